#!/usr/bin/env node
// Starts the hoglint of this platform with the arguments it was given. Input, output, exit code and
// signals are the program's own.
"use strict";
const { spawn } = require("node:child_process");
const { constants } = require("node:os");
const { findBinary, whyNotStarted } = require("../lib/binary.js");

const kCouldNotCheck = 2; // hoglint's own exit code for it

function fail(message) {
  process.stderr.write(`hoglint: ${message}\n`);
  process.exitCode = kCouldNotCheck;
}

function start(binary) {
  let child;
  // Who asks the launcher to end means the program, whose end is the launcher's. Handlers come before
  // the start: between the two a signal would end the launcher alone.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child = spawn(binary, process.argv.slice(2), { stdio: "inherit" });
  child.on("error", (error) => fail(whyNotStarted(binary, error)));
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

let binary;
try {
  binary = findBinary();
} catch (error) {
  fail(error.message);
}
if (binary !== undefined) start(binary);
