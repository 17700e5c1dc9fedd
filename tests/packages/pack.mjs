// Packs the npm packages from the built program, and installs them without a network, for the other
// tests. The programs of other platforms
// are headers alone: they are packed, chosen against, and never run.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import {
  builtBinary,
  have,
  host,
  must,
  packed,
  source,
  tempFolder,
  write,
} from "./support/world.mjs";

const folder = tempFolder();
const programs = { ...headers(folder), [host]: await strippedBinary(folder) };
const args = Object.entries(programs).flatMap(([platform, file]) => [
  "--binary",
  `${platform}=${file}`,
]);
const build = path.join(source, "packages/npm/build.mjs");
const { stdout } = await must("node", [build, "--pack", "--out", packed, ...args]);

const files = {};
for (const file of stdout.trim().split("\n")) {
  const manifest = execFileSync("tar", ["-xOf", file, "package/package.json"], {
    encoding: "utf8",
  });
  files[JSON.parse(manifest).name] = file;
}
fs.writeFileSync(path.join(packed, "packed.json"), JSON.stringify(files, null, 2));
console.log(Object.keys(files).join("\n"));

const project = path.join(packed, "project");
fs.rmSync(project, { recursive: true, force: true });
write(project, "package.json", '{ "name": "app", "version": "1.0.0", "private": true }\n');
await must(
  "npm",
  ["install", "--offline", "--no-package-lock", files.hoglint, files[`@hoglint/cli-${host}`]],
  { cwd: project },
);

// Debug information would only take its time.
async function strippedBinary(into) {
  if (!have("strip")) return builtBinary;
  const file = path.join(into, "hoglint");
  await must("strip", ["-o", file, builtBinary]);
  return file;
}

function headers(into) {
  const made = {};
  for (const [platform, machine] of [
    ["linux-x64", 62],
    ["linux-arm64", 183],
  ]) {
    const bytes = Buffer.alloc(128);
    bytes.writeUInt32BE(0x7f454c46, 0);
    bytes.writeUInt16LE(machine, 18);
    made[platform] = path.join(into, platform);
    fs.writeFileSync(made[platform], bytes);
  }
  for (const [platform, type] of [
    ["darwin-x64", 0x01000007],
    ["darwin-arm64", 0x0100000c],
  ]) {
    const bytes = Buffer.alloc(128);
    bytes.writeUInt32LE(0xfeedfacf, 0);
    bytes.writeUInt32LE(type, 4);
    made[platform] = path.join(into, platform);
    fs.writeFileSync(made[platform], bytes);
  }
  return made;
}
