// import { lint } from "hoglint": from ESM, CommonJS and TypeScript, and whether the types say
// exactly what hoglint prints.
import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { before, test } from "node:test";
import {
  addBadMigration,
  addGoodMigration,
  blogRepository,
  builtBinary,
  host,
  installedProject,
  must,
  quietEnv,
  run,
  source,
  tempFolder,
  tools,
  write,
} from "./support/world.mjs";

let project;
let hoglint;
before(async () => {
  project = installedProject();
  hoglint = createRequire(path.join(project, "x.cjs"))("hoglint");
});

// The API, with the program beside hoglint's package and no setting of this machine's.
const clean = { env: { ...quietEnv } };

async function repositoryWith(add) {
  const { folder } = await blogRepository();
  add(folder);
  return folder;
}

test("what lint() gives is hoglint's JSON", async () => {
  const cwd = await repositoryWith(addBadMigration);
  const report = await hoglint.lint({ cwd, ...clean });
  const { stdout, code } = await run(builtBinary, ["--format", "json"], { cwd });
  assert.equal(code, 1);
  assert.deepEqual(report, JSON.parse(stdout));
  assert.equal(report.verdict, "fail");
  assert.equal(report.summary.errors, 2);
});

test("what plan() gives is hoglint's plan", async () => {
  const cwd = await repositoryWith(addBadMigration);
  const { stdout } = await must(builtBinary, ["plan", "--format", "json"], { cwd });
  assert.deepEqual(await hoglint.plan({ cwd, ...clean }), JSON.parse(stdout));
});

test("every option arrives", async () => {
  const cwd = await repositoryWith(addBadMigration);
  const config = write(cwd, "other.json", '{ "failOn": "off" }');
  const lint = (options) => hoglint.lint({ cwd, ...clean, ...options });
  assert.equal((await lint({ paths: "drizzle" })).verdict, "fail");
  assert.equal((await lint({ paths: ["drizzle"], failOn: "off" })).verdict, "pass");
  assert.equal((await lint({ config })).verdict, "pass");
  assert.equal((await lint({ head: "main", base: "main" })).summary.new, 0);
  assert.equal((await lint({ all: true })).summary.new, 2);
  assert.equal((await lint({ all: false })).summary.new, 1);
  const off = { "drop-column": "off", "foreign-key-validates": "note" };
  const { summary, verdict } = await lint({ rules: off });
  assert.deepEqual([summary.errors, summary.notes, verdict], [0, 1, "pass"]);
  const plan = await hoglint.plan({ cwd, ...clean, pgVersion: 14, runner: "per-file" });
  assert.deepEqual([plan.summary.pgVersion, plan.summary.runner], [14, "per-file"]);
});

test("a path that looks like an option is a path", async () => {
  const cwd = tempFolder();
  write(cwd, "--all/0001_a.sql", "CREATE TABLE a (id int);");
  assert.equal((await hoglint.lint({ cwd, ...clean, paths: "--all" })).summary.migrations, 1);
});

test("a large report arrives whole", async () => {
  const cwd = tempFolder();
  const statements = Array.from({ length: 3000 }, (_, i) => `DROP TABLE t${i};`);
  write(
    cwd,
    "0001_a.sql",
    statements.map((s) => s.replace(/^DROP/, "CREATE").replace(";", " ();")).join("\n"),
  );
  write(cwd, "0002_b.sql", statements.join("\n"));
  const [finding] = (await hoglint.lint({ cwd, ...clean, all: true })).findings;
  assert.equal(finding.related.length, 3000); // where t0 was created, and the other tables
  assert.ok(JSON.stringify(finding).length > 300_000);
});

async function assertFails(promise, expected) {
  await assert.rejects(promise, (error) => {
    assert.ok(error instanceof hoglint.HoglintError, error.stack);
    for (const [name, value] of Object.entries(expected)) {
      if (value instanceof RegExp) assert.match(error[name], value);
      else assert.equal(error[name], value, name);
    }
    return true;
  });
}

test("what hoglint cannot do is a HoglintError", async () => {
  const cwd = tempFolder();
  await assertFails(hoglint.lint({ cwd, ...clean, paths: "nowhere" }), {
    exitCode: 2,
    signal: null,
    stderr: /no such file/,
    message: /could not check: no such file/,
  });
  write(cwd, "hoglint.json", '{ "ruls": {} }');
  write(cwd, "0001_a.sql", "SELECT 1;");
  await assertFails(hoglint.lint({ cwd, ...clean }), { exitCode: 2, stderr: /ruls/ });
  await assertFails(hoglint.lint({ cwd: path.join(cwd, "gone"), ...clean }), {
    exitCode: null,
    message: /no such folder/,
  });
  fs.rmSync(path.join(cwd, "hoglint.json"));
  fs.symlinkSync("gone", path.join(cwd, "0002_b.sql"));
  await assert.rejects(hoglint.lint({ cwd, ...clean, all: true }), (error) => {
    assert.equal(error.exitCode, 2, error.message);
    assert.equal(error.report.verdict, "incomplete");
    return true;
  });
  const program = (text) => ({
    env: { ...quietEnv, HOGLINT_BINARY: write(tempFolder(), "p", `#!/bin/sh\n${text}\n`, 0o755) },
  });
  await assertFails(hoglint.lint(program("kill -KILL $$")), { signal: "SIGKILL", exitCode: null });
  await assertFails(hoglint.lint(program("echo hello")), { message: /no JSON/, exitCode: 0 });
  await assertFails(hoglint.lint(program("echo '{\"version\": 2}'")), { message: /version 2/ });
  await assertFails(hoglint.lint({ env: { HOGLINT_BINARY: "/nowhere" } }), {
    message: /HOGLINT_BINARY/,
  });
});

test("a misspelt option is refused, not left out", async () => {
  await assert.rejects(
    hoglint.lint({ pathes: "a" }),
    /pathes is no option of this function; it has /,
  );
  await assert.rejects(hoglint.plan({ failOn: "off" }), TypeError);
});

function compile(cwd, files, resolution, check) {
  const kinds = resolution === "bundler" ? "esnext" : "node16";
  const args = [
    "--strict",
    "--exactOptionalPropertyTypes",
    "--target",
    "es2022",
    "--lib",
    "es2022",
    "--module",
    kinds,
    "--moduleResolution",
    resolution,
    ...(check ? ["--noEmit"] : []),
  ];
  return run("node", [path.join(tools, "typescript/bin/tsc"), ...args, ...files], { cwd }).then(
    (ended) => assert.equal(ended.code, 0, ended.all),
  );
}

// Reports that have something of everything: findings, related places, suppressions, gaps, settings
// that are unused.
async function realReports() {
  const reports = [];
  const folders = [
    "tests/workspaces/drizzle-v0",
    "tests/workspaces/expand-contract",
    "tests/workspaces/flyway",
    "tests/projects/hogsend",
    "examples/blog",
  ];
  for (const folder of folders) {
    const { stdout } = await run(builtBinary, ["--all", "--format", "json", folder], {
      cwd: source,
    });
    reports.push(JSON.parse(stdout));
  }
  const cwd = tempFolder();
  write(cwd, "0001_a.sql", "CREATE TABLE a (id int);\nCREATE TABLE b (id int);");
  write(
    cwd,
    "0002_b.sql",
    "-- hoglint: allow drop-table gone\nDROP TABLE a;\nSELEC;\n" +
      "DO $$ BEGIN EXECUTE 'x' || 'y'; END $$;\nALTER TABLE b ALTER id SET NOT NULL;",
  );
  const judge = async () =>
    JSON.parse((await run(builtBinary, ["--all", "--format", "json", "."], { cwd })).stdout);
  reports.push(await judge());
  await must(builtBinary, ["baseline", "write", "--all", "."], { cwd });
  write(cwd, "hoglint.json", '{"ignore": ["gone/0001_*"]}');
  reports.push(await judge());
  for (const by of ["comment", "baseline"]) {
    assert.ok(
      reports.at(-1).suppressed.some((each) => each.suppressedBy === by),
      by,
    );
  }
  return reports;
}

async function realPlans() {
  const cwd = await repositoryWith(addGoodMigration);
  const folders = [
    path.join(source, "examples/blog"),
    path.join(source, "tests/workspaces/prisma"),
    cwd,
  ];
  const plans = [];
  for (const folder of folders) {
    const { stdout } = await must(builtBinary, ["plan", "--all", "--format", "json"], {
      cwd: folder,
    });
    plans.push(JSON.parse(stdout));
  }
  return plans;
}

const literal = (value) => JSON.stringify(value, null, 1);

// Every way to leave out, add or misspell one member of an object, one level deep.
function* mistakes(value) {
  for (const name of Object.keys(value)) {
    const { [name]: _, ...rest } = value;
    yield rest;
    yield { ...value, [name]: { wrong: true } };
  }
  yield { ...value, unheardOf: 1 };
}

// A constant that TypeScript must refuse: an expectation that is not met is an error of its own.
const refused = (name, type, value) =>
  `// @ts-expect-error\nconst ${name} = ${JSON.stringify(value)} satisfies ${type};`;

// Real reports as constants of these types, and the same with mistakes.
async function writeReports() {
  const reports = await realReports();
  const plans = await realPlans();
  const findings = reports.flatMap((report) => report.findings);
  const suppressed = reports.flatMap((report) => report.suppressed);
  const gaps = reports.flatMap((report) => report.notChecked);
  const statements = plans.flatMap((p) => p.transactions.flatMap((each) => each.statements));
  const effects = statements.flatMap((statement) => statement.effects);
  const examples = {
    Report: reports[0],
    Finding: findings.find((f) => f.related.length > 0),
    NotChecked: gaps[0],
    UnusedSetting: reports.at(-1).unused[0],
    Track: reports[0].tracks[0],
    SuppressedFinding: suppressed[0],
    Summary: reports[0].summary,
    Plan: plans[0],
    Transaction: plans[0].transactions[0],
    PlannedStatement: statements[0],
    Effect: effects.find((effect) => effect.lock !== null),
    WorstLock: plans[0].tables[0],
  };
  for (const [type, value] of Object.entries(examples)) assert.ok(value, `no example of ${type}`);
  const lines = [`import type { ${Object.keys(examples).join(", ")} } from "hoglint";`];
  reports.forEach((each, i) => lines.push(`const r${i} = ${literal(each)} satisfies Report;`));
  plans.forEach((each, i) => lines.push(`const p${i} = ${literal(each)} satisfies Plan;`));
  let count = 0;
  for (const [type, value] of Object.entries(examples)) {
    for (const mistake of mistakes(value)) lines.push(refused(`x${count++}`, type, mistake));
  }
  assert.ok(count > 100, `${count}`);
  lines.push(refused("y0", "Finding", { ...examples.Finding, level: "fatal" }));
  lines.push(refused("y1", "Effect", { ...examples.Effect, lock: "access share" }));
  lines.push(refused("y2", "Effect", { ...examples.Effect, blocks: ["everything"] }));
  lines.push(refused("y3", "Report", { ...examples.Report, version: 2 }));
  write(project, "reports.mts", lines.join("\n") + "\n");
}

async function writeTypes() {
  await writeReports();
  write(
    project,
    "options.mts",
    `import { lint, plan, type LintOptions, type PlanOptions } from "hoglint";
const most = { paths: ["a"], base: "b", head: "h", all: true, config: "c", runner: "drizzle",
  pgVersion: 17, cwd: ".", env: { A: "b", C: undefined } } satisfies Required<PlanOptions>;
const all = { ...most, failOn: "off", rules: { "drop-column": "warning" } } satisfies Required<LintOptions>;
export const runs = () => [lint(), lint(all), plan(), plan(most)];
export const refused = () => [
  // @ts-expect-error
  lint({ pathes: "a" }),
  // @ts-expect-error
  plan({ runner: "knex" }),
  // @ts-expect-error
  lint({ rules: { "drop-column": "fatal" } }),
];
`,
  );
  write(
    project,
    "place.mts",
    `import type { Finding } from "hoglint";
export function where(finding: Finding): string {
  if (finding.file === undefined) return finding.object;
  const line: number = finding.line;
  return finding.file + ":" + line;
}
`,
  );
}

// One compilation checks all, since each takes seconds: the types of reports among it.
test("import, require and TypeScript get the same, and the types are what hoglint prints", async () => {
  const cwd = await repositoryWith(addBadMigration);
  const body = `lint({ cwd: ${JSON.stringify(cwd)} }).then((r) => console.log(r.summary.errors, binaryPath()));`;
  write(project, "a.mjs", `import { lint, binaryPath } from "hoglint";\n${body}`);
  write(project, "b.cjs", `const { lint, binaryPath } = require("hoglint");\n${body}`);
  write(
    project,
    "c.mts",
    `import { lint, binaryPath, HoglintError } from "hoglint";
declare const console: { log(...of: unknown[]): void };
const known: boolean = new Error("x") instanceof HoglintError;
if (known) throw new Error();
${body}`,
  );
  write(
    project,
    "d.cts",
    `import hoglint = require("hoglint");
declare const console: { log(...of: unknown[]): void };
const { lint, binaryPath } = hoglint;\n${body}`,
  );
  await writeTypes();
  await Promise.all([
    compile(
      project,
      ["c.mts", "d.cts", "reports.mts", "options.mts", "place.mts"],
      "node16",
      false,
    ),
    compile(project, ["c.mts"], "bundler", true),
  ]);
  for (const file of ["a.mjs", "b.cjs", "c.mjs", "d.cjs"]) {
    const { stdout } = await must("node", [file], { cwd: project });
    assert.equal(
      stdout,
      `2 ${path.join(project, `node_modules/@hoglint/cli-${host}/bin/hoglint`)}\n`,
      file,
    );
  }
});
