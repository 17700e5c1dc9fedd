// Runs the other linters and says, for each file, which of their rules report on which statement.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

import { lineCounter, statementsOf } from "./statements.mjs";

// What says of nearly every file that it sets no time limits, could be run twice, or could have
// other types: true or a matter of taste, and no statement about this migration.
export const isGeneral = (rule) => /robust|timeout|application-name/.test(rule);
export const isTaste = (rule) => isGeneral(rule) || rule.startsWith("prefer-");

export const kNotAnalysed = "(not analysed)";

// {file: {statements, at: [Set of rules] by statement, whole: Set of rules about the file}}
function emptyResults(files) {
  return new Map(
    files.map((file) => {
      const text = fs.readFileSync(file, "utf8");
      const statements = statementsOf(text);
      return [file, { text, statements, at: statements.map(() => new Set()), whole: new Set() }];
    }),
  );
}

export function addAtLine(result, line, rule) {
  const index = result.statements.findIndex((s) => s.line <= line && line <= s.endLine);
  if (index < 0) result.whole.add(rule);
  else result.at[index].add(rule);
}

function run(program, args, options = {}) {
  const done = spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28, ...options });
  if (done.error) throw done.error;
  return done.stdout;
}

export function squawk(root) {
  const program = path.join(root, ".deps/comparison/node_modules/@squawk-cli/linux-x64/bin/squawk");
  return {
    name: "squawk",
    version: run(program, ["--version"]).trim().split(" ")[1],
    lint(files, { inTransaction }) {
      const results = emptyResults(files);
      const args = ["--reporter", "json", "--pg-version", "17"];
      if (inTransaction) args.push("--assume-in-transaction");
      const found = JSON.parse(run(program, [...args, ...files], { cwd: "/" }) || "[]");
      for (const finding of found) addAtLine(results.get(finding.file), finding.line + 1, finding.rule_name);
      return results;
    },
  };
}

export function pgfence(root) {
  const program = path.join(root, ".deps/comparison/node_modules/.bin/pgfence");
  return {
    name: "pgfence",
    version: run(program, ["--version"]).trim(),
    lint(files) {
      const results = emptyResults(files);
      const args = ["analyze", "--output", "json", "--format", "sql", "--min-pg-version", "17"];
      const analyse = (some) => {
        const printed = run(program, [...args, ...some]);
        if (printed.startsWith("{")) {
          for (const file of JSON.parse(printed).results) {
            const result = results.get(path.resolve(file.filePath));
            placeChecks(result, file.checks);
            for (const violation of file.policyViolations) result.whole.add(violation.ruleId);
          }
        } else if (some.length === 1) {
          results.get(some[0]).whole.add(kNotAnalysed);
        } else {
          for (const file of some) analyse([file]);
        }
      };
      // A file that it cannot parse ends its run: then each file of those is given alone.
      for (let i = 0; i < files.length; i += 25) analyse(files.slice(i, i + 25));
      return results;
    },
  };
}

// Its checks name a statement by its text, with the comments before it.
function placeChecks(result, checks) {
  const lineAt = lineCounter(result.text);
  let from = 0;
  let last = "";
  for (const { statement, ruleId } of checks) {
    if (statement !== last) {
      const at = result.text.indexOf(statement, from);
      if (at >= 0) from = at + statement.length;
    }
    last = statement;
    addAtLine(result, lineAt(Math.max(from - 1, 0)), ruleId);
  }
}

export function hoglint(program) {
  return {
    name: "hoglint",
    version: run(program, ["--version"]).trim().split(" ")[1],
    // Lints a folder as a whole history. A finding is an error, a warning or a note.
    lintFolder(folder, files, runner) {
      const results = emptyResults(files);
      const args = ["--all", "--format", "json", "--runner", runner, "--pg-version", "17", folder];
      const report = JSON.parse(run(program, args, { cwd: folder }));
      for (const finding of report.findings) {
        // What it merges into one finding, it lists as related places of the same file.
        const related = (finding.related ?? []).filter((place) => place.file === finding.file);
        const result = results.get(path.resolve(folder, finding.file));
        if (result === undefined) continue; // a journal or a snapshot
        for (const place of [finding, ...related]) addAtLine(result, place.line ?? 0, finding.rule);
      }
      return { results, findings: report.findings };
    },
    families() {
      const { rules } = JSON.parse(run(program, ["rules", "--format", "json"]));
      return new Map(rules.map((rule) => [rule.id, rule.family]));
    },
  };
}

// drizzle-kit's own check of a folder with journal and snapshots.
export function drizzleKit(root) {
  const modules = path.join(root, ".deps/drizzle_kit/node_modules");
  const program = path.join(modules, "drizzle-kit/bin.cjs");
  return {
    name: "drizzle-kit",
    version: JSON.parse(fs.readFileSync(path.join(modules, "drizzle-kit/package.json"))).version,
    // Whether it is content with the folder, and its last line.
    check(out) {
      const args = [program, "check", "--dialect", "postgresql", "--out", path.basename(out)];
      const done = spawnSync("node", args, { encoding: "utf8", cwd: path.dirname(out) });
      const said = (done.stdout + done.stderr).replace(/\u001b\[[0-9;?]*[A-Za-z]/g, "").trim();
      return { content: done.status === 0 && !/warning|collision/i.test(said), said: said.split("\n").at(-1).trim() };
    },
  };
}
