// Runs each file of the suite in a database of its own, keeps the statements that succeeded, and
// shows them to hoglint: it may not say that one of them fails, and its catalogue has to be the
// database's.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

import { statementsOf } from "./statements.mjs";

const { HOGLINT, REGRESS_PSQL, REGRESS_WORK } = process.env;
const [suite, ...chosen] = process.argv.slice(2);
const refusals = new Set(["will-fail", "syntax-error", "cast-fails", "cannot-run-in-transaction"]);

function psql(database, input) {
  const env = { ...process.env, PG_ABS_SRCDIR: suite, PG_LIBDIR: suite, PG_DLSUFFIX: ".so" };
  const args = ["-X", "-q", "-v", "VERBOSITY=verbose", "-d", database];
  return spawnSync(REGRESS_PSQL, args, { input, env, maxBuffer: 1 << 30 }).stderr.toString();
}

// Those of the statements that the server did not refuse. Without the others a transaction may end
// in another way: the caller runs them again.
function succeeded(database, statements) {
  const script = statements.map(
    ({ sql, rows }, index) => `${sql}\n${rows ? `${rows}\n` : ""}\\warn @@${index}\n`,
  );
  // What stands before the mark of a statement is the server's answer to it.
  const answers = psql(database, script.join("")).split(/@@(\d+)\n/);
  const kept = [];
  for (let at = 0; at + 1 < answers.length; at += 2) {
    const refused = /^(psql:.*?)?(ERROR|FATAL): /m.test(answers[at]);
    if (!refused) kept.push(statements[Number(answers[at + 1])]);
  }
  return kept;
}

function fresh(database) {
  psql("postgres", `DROP DATABASE IF EXISTS ${database}; CREATE DATABASE ${database} TEMPLATE template0;`);
}

// Leaves the database `suite` with what it returns: statements of setup and file that all succeed.
function settle(first, second) {
  let before;
  do {
    before = first.length + second.length;
    fresh("suite");
    first = succeeded("suite", first);
    second = succeeded("suite", second);
  } while (first.length + second.length < before);
  return [first, second];
}

function write(folder, name, statements) {
  const plain = statements.filter(({ sql }) => !/:'\w+'/.test(sql)); // psql's variables
  const text = plain.map(({ sql, rows }) => `${sql}\n${rows ? `${rows}\n` : ""}`).join("");
  fs.writeFileSync(path.join(folder, name), text);
  return plain.length;
}

function hoglint(...args) {
  const ran = spawnSync(HOGLINT, [...args, "--runner", "autocommit", "--format", "json"], {
    cwd: REGRESS_WORK,
    maxBuffer: 1 << 30,
  });
  if (ran.signal || ran.status > 2) {
    console.log(`  hoglint ended with ${ran.signal ?? ran.status}: ${ran.stderr}`);
    process.exitCode = 1;
    return undefined;
  }
  return ran.stdout.length ? JSON.parse(ran.stdout) : undefined;
}

// Of a group, each one: what is false may stand behind what is true.
function eachOf(finding) {
  const others = finding.related.filter(({ message }) => message.startsWith("and "));
  return [finding, ...others.map((other) => ({ ...finding, ...other, message: other.message.slice(4) }))];
}

function lineOf(finding) {
  return fs.readFileSync(path.join(REGRESS_WORK, finding.file), "utf8").split("\n")[finding.line - 1];
}

const read = (name) => fs.readFileSync(path.join(suite, "sql", `${name}.sql`), "latin1");
const setup = statementsOf(read("test_setup"));
const names = chosen.length
  ? chosen
  : fs.readdirSync(path.join(suite, "sql")).flatMap((file) => file.match(/^(.*)\.sql$/)?.[1] ?? []);
const totals = { files: 0, statements: 0, refusals: 0, differences: 0 };
for (const name of names.filter((each) => each !== "test_setup")) {
  const [before, statements] = settle(setup, statementsOf(read(name)));
  const folder = path.join(REGRESS_WORK, "suite");
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder);
  write(folder, "0000_setup.sql", before);
  totals.files++;
  totals.statements += write(folder, "0001_suite.sql", statements);
  const found = (hoglint("--all", folder)?.findings ?? []).filter((each) => refusals.has(each.rule));
  const findings = found.flatMap(eachOf);
  const url = `postgresql://postgres@/suite?host=${process.env.PGHOST}&port=${process.env.PGPORT}`;
  const drift = hoglint("drift", "--database-url", url, folder)?.findings ?? [];
  const objects = drift.flatMap((finding) =>
    finding.objects.map((object) => `${finding.kind}: ${object.name} ${object.expected} | ${object.actual}`),
  );
  totals.refusals += findings.length;
  totals.differences += objects.length;
  if (!findings.length && !objects.length) continue;
  console.log(name);
  for (const each of findings) console.log(`  ${each.rule}: ${each.message}\n    ${lineOf(each)}`);
  for (const each of objects) console.log(`  ${each}`);
}
console.log(
  `${totals.files} files, ${totals.statements} statements that succeed: ` +
    `${totals.refusals} said to fail, ${totals.differences} differences of the catalogue`,
);
