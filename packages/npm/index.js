// hoglint for scripts: a thin layer over `hoglint --format json`. index.d.ts says what is what.
"use strict";
const { findBinary } = require("./lib/binary.js");
const { HoglintError, runJson } = require("./lib/run.js");

const kReading = ["base", "head", "all", "config", "runner", "pgVersion"];

function lint(options = {}) {
  return runJson("check", [...kReading, "failOn", "rules"], options);
}

function plan(options = {}) {
  return runJson("plan", kReading, options);
}

function binaryPath() {
  return findBinary();
}

module.exports = { HoglintError, binaryPath, lint, plan };
