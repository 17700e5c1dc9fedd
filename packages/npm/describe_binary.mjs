// What a program's first bytes say of the system it is for: build.mjs packs no other than it says.
import fs from "node:fs";

const kElfMachines = new Map([
  [62, "x64"],
  [183, "arm64"],
]);
const kMachTypes = new Map([
  [0x01000007, "x64"],
  [0x0100000c, "arm64"],
]);
const kInterpreter = 3; // PT_INTERP

// The loader that a 64-bit little-endian ELF file names; undefined when it is linked statically.
function elfInterpreter(bytes) {
  const offset = Number(bytes.readBigUInt64LE(32));
  const size = bytes.readUInt16LE(54);
  const count = bytes.readUInt16LE(56);
  for (let at = offset; at < offset + size * count; at += size) {
    if (bytes.readUInt32LE(at) !== kInterpreter) continue;
    const begin = Number(bytes.readBigUInt64LE(at + 8));
    return bytes.toString("latin1", begin, bytes.indexOf(0, begin));
  }
  return undefined;
}

// {platform: "linux-x64", libc: "glibc"}; libc is undefined where none is needed. Throws for a file
// that is no program of Linux or macOS.
export function describeBinary(file) {
  const bytes = fs.readFileSync(file);
  if (bytes.length > 64 && bytes.readUInt32BE(0) === 0x7f454c46) {
    const cpu = kElfMachines.get(bytes.readUInt16LE(18)) ?? `machine ${bytes.readUInt16LE(18)}`;
    const loader = elfInterpreter(bytes);
    const libc = loader === undefined ? undefined : loader.includes("musl") ? "musl" : "glibc";
    return { platform: `linux-${cpu}`, libc };
  }
  if (bytes.length > 32 && bytes.readUInt32LE(0) === 0xfeedfacf) {
    const type = bytes.readUInt32LE(4);
    return { platform: `darwin-${kMachTypes.get(type) ?? `type ${type}`}`, libc: undefined };
  }
  throw new Error(`${file} is no program of Linux (64 bit) or macOS`);
}
