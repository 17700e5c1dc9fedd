#!/usr/bin/env node
// Starts the hoglint of this platform with the arguments it was given. Input, output, exit code and
// signals are the program's own.
"use strict";
const { spawn } = require("node:child_process");
const { constants } = require("node:os");
const { findBinaries, whyNotStarted } = require("../lib/binary.js");

const kCouldNotCheck = 2; // hoglint's own exit code for it

function fail(message) {
  process.stderr.write(`hoglint: ${message}\n`);
  process.exitCode = kCouldNotCheck;
}

let child;

// Starts the first of the programs that this system can start.
function start([binary, ...others]) {
  child = spawn(binary, process.argv.slice(2), { stdio: "inherit" });
  child.on("error", (error) => {
    if (error.code === "ENOENT" && others.length > 0) {
      start(others);
    } else {
      fail(whyNotStarted(binary, error));
    }
  });
  child.on("exit", (code, signal) => {
    if (signal === null) {
      process.exitCode = code;
      return;
    }
    process.exitCode = 128 + constants.signals[signal]; // for those that node itself ignores
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function main() {
  let binaries;
  try {
    binaries = findBinaries(process.argv[2]);
  } catch (error) {
    fail(error.message);
    return;
  }
  // Who asks the launcher to end means the program, whose end is the launcher's. Handlers come
  // before the start: between the two a signal would end the launcher alone.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => child.kill(signal));
  start(binaries);
}

main();
