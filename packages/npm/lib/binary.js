// Finds the program that belongs to this platform: $HOGLINT_BINARY, or the package of it that npm
// chose among hoglint's optional dependencies.
"use strict";
const { existsSync } = require("node:fs");
const path = require("node:path");

// Filled by build.mjs with the packages that were built: {"linux-x64": "@hoglint/cli-linux-x64"}.
const { platforms } = require("./platforms.json");

const kDatabaseCommands = ["drift", "stats"];

function resolveOrUndefined(request) {
  try {
    return require.resolve(request);
  } catch {
    return undefined;
  }
}

// musl has no such version. The report takes a while, so that only errors ask for it.
function isMusl() {
  if (process.platform !== "linux") return false;
  return process.report?.getReport()?.header?.glibcVersionRuntime === undefined;
}

// The packages of other platforms that are there all the same.
function othersInstalled() {
  return Object.entries(platforms)
    .filter(([, name]) => resolveOrUndefined(`${name}/package.json`) !== undefined)
    .map(([platform]) => platform);
}

function whyMissing(platform) {
  const name = platforms[platform];
  const others = othersInstalled();
  if (others.length > 0) {
    return (
      `${name} is not installed, but the package for ${others.join(", ")} is: node_modules was ` +
      `made on another system. Install again on this one`
    );
  }
  if (isMusl()) {
    return (
      `${name} is not installed: it may need glibc, and this system (Alpine?) has musl. Use an ` +
      `image with glibc (node:22-slim), or set HOGLINT_BINARY to a hoglint that runs here`
    );
  }
  return (
    `${name} is not installed. It is an optional dependency of hoglint: was it installed with ` +
    `--omit=optional or --no-optional, or with a lock file made on another system by an old npm? ` +
    `Install again without, or set HOGLINT_BINARY to a hoglint that is there`
  );
}

// The paths of the programs to try, the best first. Throws an Error whose message says what to do.
// The one that starts on every Linux cannot load a database's library; where the package has
// another one that can, and which may not start here, `command` decides.
function findBinaries(command, env = process.env) {
  if (env.HOGLINT_BINARY) {
    const given = path.resolve(env.HOGLINT_BINARY);
    if (existsSync(given)) return [given];
    throw new Error(`HOGLINT_BINARY is ${env.HOGLINT_BINARY}, and there is no such file`);
  }
  const platform = `${process.platform}-${process.arch}`;
  const name = platforms[platform];
  if (name === undefined) {
    throw new Error(
      `there is no package for ${platform}, only for ${Object.keys(platforms).join(", ")}. ` +
        `Build hoglint from source and set HOGLINT_BINARY to it` +
        (process.platform === "win32" ? ", or run it in WSL" : ""),
    );
  }
  const manifest = resolveOrUndefined(`${name}/package.json`);
  if (manifest === undefined) throw new Error(whyMissing(platform));
  const folder = path.join(path.dirname(manifest), "bin");
  const binary = path.join(folder, "hoglint");
  const other = path.join(folder, "hoglint-database");
  return kDatabaseCommands.includes(command) && existsSync(other) ? [other, binary] : [binary];
}

// The path of the program that lints; throws as findBinaries.
function findBinary(env = process.env) {
  return findBinaries("check", env)[0];
}

// What to say of an error that spawn() made.
function whyNotStarted(binary, error) {
  if (error.code === "ENOENT" && existsSync(binary)) {
    const musl = isMusl() ? ": it needs glibc, and this system (Alpine?) has musl" : "";
    return (
      `${binary} is there, but the system lacks the loader it asks for${musl}. Use an image ` +
      `with glibc (node:22-slim), or set HOGLINT_BINARY to a hoglint that runs here`
    );
  }
  if (error.code === "ENOENT") {
    return `${binary} is missing: its package is damaged. Install again`;
  }
  if (error.code === "EACCES") {
    return `${binary} may not be executed. Install again, or run: chmod +x '${binary}'`;
  }
  return `${binary} cannot be started: ${error.message}`;
}

module.exports = { findBinaries, findBinary, whyNotStarted };
