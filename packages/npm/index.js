// hoglint for scripts: a thin layer over `hoglint --format json`. index.d.ts says what is what.
"use strict";
const { findBinary } = require("./lib/binary.js");
const { HoglintError, runJson } = require("./lib/run.js");

const kReading = ["base", "head", "all", "config", "runner", "pgVersion"];

async function lint(options = {}) {
  const { report, failed } = await runJson("check", [...kReading, "failOn", "rules"], options);
  return { failed, ...report };
}

async function plan(options = {}) {
  return (await runJson("plan", kReading, options)).report;
}

function binaryPath() {
  return findBinary();
}

module.exports = { HoglintError, binaryPath, lint, plan };
