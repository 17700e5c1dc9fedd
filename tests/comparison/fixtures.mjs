// The fixtures of hoglint's rules as files that any linter reads. tests/rules/README.md says what
// their headers and sections mean.
import fs from "node:fs";
import path from "node:path";

// The bad.sql and good.sql of every rule that has them: {rule, kind, runner, files}, each file
// {name, text, judged, expected}: `judged` files are the new ones, `expected` are the lines on which
// hoglint's finding of that rule begins.
export function readFixtures(root) {
  const fixtures = [];
  for (const rule of fs.readdirSync(root).sort()) {
    if (rule.includes("suppression")) continue; // about hoglint's own comments
    for (const kind of ["bad", "good"]) {
      const file = path.join(root, rule, `${kind}.sql`);
      if (fs.existsSync(file)) fixtures.push(readFixture(rule, kind, fs.readFileSync(file, "utf8")));
    }
  }
  return fixtures;
}

function readFixture(rule, kind, text) {
  const headers = new Map();
  const files = [];
  let file = { name: `${kind}.sql`, lines: [] };
  for (const line of text.split("\n")) {
    const section = /^-- file: (\S+)/.exec(line);
    const header = /^-- (runner|pg|owner|preset|history): (\S+)|^-- (all)$/.exec(line);
    if (section !== null) {
      file = { name: section[1], lines: [] };
      files.push(file);
    } else if (header !== null && files.length === 0) {
      headers.set(header[1] ?? header[3], header[2] ?? "");
    } else {
      file.lines.push(line);
    }
  }
  if (files.length === 0) files.push(file);
  files.forEach((f, i) => {
    f.judged = headers.has("all") || i === files.length - 1;
    f.expected = f.lines.flatMap((line, at) => (expects(line, rule) ? [at + 1] : []));
    f.text = f.lines.join("\n");
  });
  return { rule, kind, runner: headers.get("runner") ?? "drizzle", preset: headers.get("preset"), files };
}

function expects(line, rule) {
  const match = /-- expect: (.*)$/.exec(line);
  return match !== null && match[1].split(",").some((id) => id.trim() === rule);
}
