// Runs hoglint for a script and reads its JSON.
"use strict";
const { spawn } = require("node:child_process");
const { existsSync } = require("node:fs");
const { findBinary, whyNotStarted } = require("./binary.js");

const kReportVersion = 1;

class HoglintError extends Error {
  constructor(message, { exitCode = null, signal = null, stderr = "", report = undefined } = {}) {
    super(message);
    this.name = "HoglintError";
    this.exitCode = exitCode;
    this.signal = signal;
    this.stderr = stderr;
    this.report = report;
  }
}

function list(value) {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

// What each option is on the command line.
const kFlags = {
  base: (value) => ["--base", value],
  head: (value) => ["--head", value],
  all: (value) => (value ? ["--all"] : []),
  config: (value) => ["--config", value],
  runner: (value) => ["--runner", value],
  pgVersion: (value) => ["--pg-version", String(value)],
  failOn: (value) => ["--fail-on", value],
  rules: (value) => Object.entries(value).flatMap(([id, level]) => ["--rule", `${id}=${level}`]),
};
const kNoFlags = ["paths", "cwd", "env"];

// The command line. A name that is no option is a mistake of the script, not hoglint's to find out.
function argumentsFor(command, allowed, options) {
  const args = [command, "--format", "json"];
  for (const [name, value] of Object.entries(options)) {
    if (!kNoFlags.includes(name) && !allowed.includes(name)) {
      throw new TypeError(
        `${name} is no option of this function; it has ${[...allowed, ...kNoFlags].join(", ")}`,
      );
    }
    if (value !== undefined && name in kFlags) args.push(...kFlags[name](value));
  }
  const paths = list(options.paths);
  return paths.length > 0 ? [...args, "--", ...paths] : args;
}

// Resolves with what was printed and how it ended; rejects when it did not start.
function run(args, { cwd, env } = {}) {
  return new Promise((resolve, reject) => {
    const binary = findBinary(env ?? process.env);
    const child = spawn(binary, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const out = [];
    const err = [];
    child.stdout.on("data", (chunk) => out.push(chunk));
    child.stderr.on("data", (chunk) => err.push(chunk));
    child.on("error", (error) => {
      // An absent cwd gives the same ENOENT as an absent program.
      const lost = cwd !== undefined && !existsSync(cwd);
      reject(new HoglintError(lost ? `no such folder: ${cwd}` : whyNotStarted(binary, error)));
    });
    child.on("close", (exitCode, signal) => {
      const stdout = Buffer.concat(out).toString("utf8");
      resolve({ stdout, stderr: Buffer.concat(err).toString("utf8"), exitCode, signal });
    });
  });
}

function parse(ended) {
  let report;
  try {
    report = JSON.parse(ended.stdout);
  } catch {
    throw new HoglintError("hoglint printed no JSON", ended);
  }
  if (report.version !== kReportVersion) {
    throw new HoglintError(
      `the report has version ${report.version}, and this package reads ${kReportVersion}`,
      ended,
    );
  }
  return report;
}

// What was printed before hoglint gave up; undefined when it is no report.
function reportOf({ stdout }) {
  try {
    return JSON.parse(stdout);
  } catch {
    return undefined;
  }
}

// The parsed JSON of a command.
async function runJson(command, allowed, options) {
  const args = argumentsFor(command, allowed, options);
  let ended;
  try {
    ended = await run(args, options);
  } catch (error) {
    throw error instanceof HoglintError ? error : new HoglintError(error.message);
  }
  if (ended.exitCode !== 0 && ended.exitCode !== 1) {
    const how = ended.signal ? `was ended by ${ended.signal}` : "could not check";
    const said = ended.stderr.trim().replace(/^hoglint: /, "");
    const message = said === "" ? `hoglint ${how}` : `hoglint ${how}: ${said}`;
    throw new HoglintError(message, { ...ended, report: reportOf(ended) });
  }
  return parse(ended);
}

module.exports = { HoglintError, runJson };
