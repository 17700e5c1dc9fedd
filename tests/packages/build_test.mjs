// packages/npm/build.mjs: what it packs, and what it refuses.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import {
  builtBinary,
  host,
  must,
  packedFiles,
  run,
  source,
  tempFolder,
  write,
} from "./support/world.mjs";

const build = (...args) =>
  run("node", [path.join(source, "packages/npm/build.mjs"), "--out", tempFolder(), ...args]);
const manifestOf = (file) =>
  JSON.parse(execFileSync("tar", ["-xOf", file, "package/package.json"], { encoding: "utf8" }));
const version = /^project\(hoglint\b[^)]*\bVERSION\s+([\d.]+)/m.exec(
  fs.readFileSync(path.join(source, "CMakeLists.txt"), "utf8"),
)[1];

test("every package has CMake's version, and hoglint depends on all platforms", () => {
  const files = packedFiles();
  const manifests = Object.values(files).map(manifestOf);
  assert.equal(manifests.length, 5);
  for (const manifest of manifests) assert.equal(manifest.version, version);
  const { optionalDependencies, dependencies, scripts } = manifestOf(files.hoglint);
  const platforms = Object.keys(files).filter((name) => name !== "hoglint");
  assert.deepEqual(optionalDependencies, Object.fromEntries(platforms.map((n) => [n, version])));
  assert.equal(dependencies, undefined);
  assert.equal(scripts, undefined, "nothing may run at installation");
});

test("a platform's package is for that platform alone", () => {
  const manifest = manifestOf(packedFiles()["@hoglint/cli-darwin-arm64"]);
  assert.deepEqual([manifest.os, manifest.cpu, manifest.libc], [["darwin"], ["arm64"], undefined]);
  const here = manifestOf(packedFiles()[`@hoglint/cli-${host}`]);
  if (process.platform === "linux") {
    const dynamic = fs.readFileSync(builtBinary).includes("/ld-linux");
    assert.deepEqual(here.libc, dynamic ? ["glibc"] : undefined);
  }
});

test("the program keeps its right to be executed, and the packages hold what is needed alone", () => {
  const list = (name) =>
    execFileSync("tar", ["-tvf", packedFiles()[name]], { encoding: "utf8" }).trim().split("\n");
  const names = list(`@hoglint/cli-${host}`).map((line) => line.split(/\s+/).at(-1));
  const wanted = ["package/README.md", "package/bin/hoglint", "package/package.json"];
  assert.deepEqual(names.filter((name) => name !== "package/LICENSE").sort(), wanted);
  for (const [name, file] of [
    ["hoglint", "bin/hoglint.js"],
    [`@hoglint/cli-${host}`, "bin/hoglint"],
  ]) {
    const line = list(name).find((each) => each.endsWith(`package/${file}`));
    assert.match(line, /^-rwxr-xr-x/, name);
  }
});

test("a program of another platform, or none at all, is refused", async () => {
  const other = host === "linux-arm64" ? "linux-x64" : "linux-arm64";
  const wrong = await build("--partial", "--binary", `${other}=${builtBinary}`);
  assert.equal(wrong.code, 2);
  assert.match(wrong.stderr, new RegExp(`is a program for ${host}, not for ${other}`));
  const text = write(tempFolder(), "hoglint", "#!/bin/sh\n");
  assert.equal((await build("--partial", "--binary", `${host}=${text}`)).code, 2);
});

test("a platform is only left out when that is asked for", async () => {
  const some = await build("--binary", `${host}=${builtBinary}`);
  assert.equal(some.code, 2);
  assert.match(some.stderr, /no --binary for .*; with --partial some may be absent/);
  assert.match((await build("--binary", "plan9-x64=/bin/true")).stderr, /one of linux-x64, /);
});

test("a second program for drift and stats lies beside the first", async () => {
  const out = tempFolder();
  const program = `${host}=${builtBinary}`;
  const made = await run("node", [
    path.join(source, "packages/npm/build.mjs"),
    "--out",
    out,
    "--partial",
    "--binary",
    program,
    "--database",
    program,
  ]);
  assert.equal(made.code, 0, made.all);
  assert.deepEqual(fs.readdirSync(path.join(out, `cli-${host}/bin`)), [
    "hoglint",
    "hoglint-database",
  ]);
  const alone = await build(
    "--partial",
    "--database",
    program,
    "--binary",
    `darwin-x64=${builtBinary}`,
  );
  assert.match(alone.stderr, /--database \S+ without --binary for it/);
});

test("the licences of a release's archive come along", async () => {
  const archive = tempFolder();
  fs.mkdirSync(path.join(archive, "bin"));
  fs.copyFileSync(builtBinary, path.join(archive, "bin/hoglint"));
  write(archive, "share/doc/hoglint/NOTICE", "licences");
  const out = tempFolder();
  const script = path.join(source, "packages/npm/build.mjs");
  const program = `${host}=${path.join(archive, "bin/hoglint")}`;
  await must("node", [script, "--out", out, "--partial", "--binary", program]);
  const folder = path.join(out, `cli-${host}`);
  assert.equal(fs.readFileSync(path.join(folder, "NOTICE"), "utf8"), "licences");
  const packs = await must("npm", ["pack", "--dry-run", "--json"], { cwd: folder });
  assert.match(packs.stdout, /"path": "NOTICE"/);
});

test("what is not its own stays where it is", async () => {
  const out = tempFolder();
  write(out, "notes.txt", "mine");
  write(out, "cli-linux-x64/old", "from an earlier run");
  await run("node", [
    path.join(source, "packages/npm/build.mjs"),
    "--out",
    out,
    "--partial",
    "--binary",
    `${host}=${builtBinary}`,
  ]);
  assert.ok(fs.existsSync(path.join(out, "notes.txt")));
  assert.ok(!fs.existsSync(path.join(out, "cli-linux-x64/old")));
});
