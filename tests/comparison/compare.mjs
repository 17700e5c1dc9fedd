// Runs hoglint, squawk and pgfence on the fixtures of hoglint's rules and on the public corpora, and
// writes results.json: who reports what, statement by statement.
//
//   node compare.mjs HOGLINT [CORPORA]
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { readFixtures } from "./fixtures.mjs";
import { drizzleKit, hoglint, isGeneral, isTaste, kNotAnalysed, pgfence, squawk } from "./linters.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, "../..");
const [binary, corpora = path.join(root, "../shared/data/corpora")] = process.argv.slice(2);
if (binary === undefined) throw new Error("usage: compare.mjs HOGLINT [CORPORA]");

if (!fs.existsSync(corpora)) throw new Error(`there are no corpora in ${corpora}`);

// As in docs/design/precision.md: who applies them.
const kRunners = {
  "hogsend-engine": "hogsend",
  "hogsend-scaffold": "hogsend",
  sim: "drizzle",
  appstrate: "drizzle",
  zero: "drizzle",
  motormetrics: "drizzle",
  "supabase-storage": "per-file",
};

const ours = hoglint(path.resolve(binary));
const others = [squawk(root), pgfence(root)];
const kit = drizzleKit(root);
const inTransaction = (runner) => runner !== "autocommit" && runner !== "drizzle-neon-http";

function main() {
  const results = {
    date: new Date().toISOString().slice(0, 10),
    versions: Object.fromEntries([ours, ...others, kit].map((tool) => [tool.name, tool.version])),
    ...compareFixtures(),
    journal: compareJournals(),
    ...compareCorpora(),
  };
  fs.writeFileSync(path.join(here, "results.json"), format(results));
}

// bad: the rules of each tool on the statements that hoglint's finding begins in; good: on all that
// is judged, without what is general or taste.
function compareFixtures() {
  const families = ours.families();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "hoglint-compare-"));
  const fixtures = readFixtures(path.join(root, "tests/rules"));
  for (const fixture of fixtures) {
    fixture.names = fixture.files.map((file) => {
      const name = path.join(folder, fixture.rule, fixture.kind, file.name);
      fs.mkdirSync(path.dirname(name), { recursive: true });
      fs.writeFileSync(name, file.text);
      return name;
    });
  }
  const compared = { bad: [], good: [] };
  const found = new Map(others.map((tool) => [tool.name, lintFixtures(tool, fixtures)]));
  for (const fixture of fixtures) {
    const entry = { rule: fixture.rule, family: families.get(fixture.rule) };
    for (const [name, results] of found) {
      entry[name] = rulesOf(fixture, fixture.names.map((file) => results.get(file)));
    }
    compared[fixture.kind].push(entry);
  }
  fs.rmSync(folder, { recursive: true });
  return compared;
}

// All at once: neither of them carries anything from one file to the next.
function lintFixtures(tool, fixtures) {
  const results = new Map();
  for (const together of [true, false]) {
    const some = fixtures.filter((fixture) => inTransaction(fixture.runner) === together);
    const names = some.flatMap((fixture) => fixture.names);
    for (const [name, found] of tool.lint(names, { inTransaction: together })) results.set(name, found);
  }
  return results;
}

function rulesOf(fixture, results) {
  const rules = new Set();
  fixture.files.forEach(({ judged, expected }, i) => {
    if (fixture.kind === "good" && !judged) return;
    results[i].at.forEach((found, at) => {
      const { line, endLine } = results[i].statements[at];
      if (fixture.kind === "bad" && !expected.some((l) => line <= l && l <= endLine)) return;
      for (const rule of found) {
        if (!(fixture.kind === "bad" ? isGeneral(rule) : isTaste(rule))) rules.add(rule);
      }
    });
    if (results[i].whole.has(kNotAnalysed)) rules.add(kNotAnalysed);
  });
  return [...rules].sort();
}

// The folders in which a journal, a snapshot or a file name is wrong: what drizzle-kit check says. It
// works on a copy, since it may write.
function compareJournals() {
  const families = ours.families();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "hoglint-compare-"));
  const compared = [];
  for (const [rule, family] of families) {
    const fixture = path.join(root, "tests/rules", rule, "bad");
    if (family !== "journal" || !fs.existsSync(path.join(fixture, "drizzle/meta"))) continue;
    const copy = path.join(folder, rule);
    fs.cpSync(fixture, copy, { recursive: true });
    compared.push({ rule, ...kit.check(path.join(copy, "drizzle")) });
  }
  fs.rmSync(folder, { recursive: true });
  return compared;
}

function compareCorpora() {
  const compared = { corpora: [], theirs: {}, ours: {} };
  for (const [name, runner] of Object.entries(kRunners)) {
    const folder = path.join(corpora, name);
    const files = sqlFiles(folder).sort();
    const seconds = {};
    const timed = (tool, lint) => {
      const before = childSeconds();
      const found = lint();
      seconds[tool.name] = Number((childSeconds() - before).toFixed(2));
      return found;
    };
    const mine = timed(ours, () => ours.lintFolder(folder, files, runner));
    const entry = { name, runner, migrations: files.length, hoglint: countLevels(mine) };
    const found = others.map((tool) =>
      timed(tool, () => tool.lint(files, { inTransaction: inTransaction(runner) })),
    );
    others.forEach((tool, i) => {
      entry[tool.name] = countAll(found[i]);
      countTheirs((compared.theirs[tool.name] ??= {}), found[i], mine.results);
    });
    countOurs(compared.ours, mine, found, folder);
    compared.corpora.push({ ...entry, seconds });
  }
  return compared;
}

function countLevels({ findings }) {
  const count = (level) => findings.filter((finding) => finding.level === level).length;
  const loud = new Set(findings.filter((f) => f.level !== "note").map((f) => f.file));
  return {
    errors: count("error"),
    warnings: count("warning"),
    notes: count("note"),
    loud: loud.size,
  };
}

// Statements and files with a report; of the special ones (neither general nor taste) as well.
function countAll(found) {
  const count = { all: 0, special: 0, files: 0, specialFiles: 0 };
  for (const { at, whole } of found.values()) {
    const rules = [...at.flatMap((set) => [...set]), ...whole];
    const special = rules.filter((rule) => !isTaste(rule));
    count.all += rules.length;
    count.special += special.length;
    count.files += rules.length > 0 ? 1 : 0;
    count.specialFiles += special.length > 0 ? 1 : 0;
  }
  return count;
}

// For each of their rules: on how many statements, and on how many of those hoglint reports anything.
function countTheirs(counts, found, mine) {
  for (const [file, { at, whole }] of found) {
    at.forEach((rules, i) => {
      for (const rule of rules) {
        const count = (counts[rule] ??= { statements: 0, hoglint: 0 });
        count.statements += 1;
        if (mine.get(file).at[i].size > 0) count.hoglint += 1;
      }
    });
    for (const rule of whole) (counts[rule] ??= { statements: 0, hoglint: 0 }).statements += 1;
  }
}

// For each rule of hoglint: how many errors and warnings, and on how many of their statements the
// others report something special.
function countOurs(counts, mine, found, folder) {
  for (const finding of mine.findings) {
    if (finding.level === "note") continue;
    const count = (counts[finding.rule] ??= { findings: 0, squawk: 0, pgfence: 0 });
    count.findings += 1;
    const file = path.resolve(folder, finding.file);
    others.forEach((tool, i) => {
      const result = found[i].get(file);
      const at = result?.statements.findIndex(
        (s) => s.line <= finding.line && finding.line <= s.endLine,
      );
      if (at >= 0 && [...result.at[at]].some((rule) => !isTaste(rule))) count[tool.name] += 1;
    });
  }
}

function sqlFiles(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) return sqlFiles(name);
    return entry.name.endsWith(".sql") ? [name] : [];
  });
}

// Processor seconds of all children so far.
function childSeconds() {
  const stat = fs.readFileSync("/proc/self/stat", "utf8").split(") ")[1].split(" ");
  return (Number(stat[13]) + Number(stat[14])) / 100;
}

// JSON with one line for each entry, so that differences can be read.
function format(results) {
  const line = (key, value) => `${key === null ? "" : `${JSON.stringify(key)}: `}${JSON.stringify(value)}`;
  const parts = Object.entries(results).map(([key, value]) => {
    if (typeof value !== "object") return line(key, value);
    const entries = Array.isArray(value)
      ? value.map((item) => line(null, item))
      : Object.entries(value).map(([name, item]) => line(name, item));
    const [open, close] = Array.isArray(value) ? "[]" : "{}";
    return `${JSON.stringify(key)}: ${open}\n    ${entries.join(",\n    ")}\n  ${close}`;
  });
  return `{\n  ${parts.join(",\n  ")}\n}\n`;
}

main();
