// Runs whole processes side by side in one run, with hyperfine, and prints ratios and peak memory:
//
//   node side_by_side.mjs BUILD [engine|corpora|file|synthetic|branch|start]... [--write]
//
// BUILD is a build folder with hoglint, bench/bare_parse and bench/write_history. --write puts the
// tables between the marks of docs/design/performance.md. The corpora are those of
// HOGLINT_SHARED_DATA; without them their parts are left out, and said to be.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const given = process.argv.slice(2);
const write = given.includes("--write");
const [build, ...wanted] = given.filter((word) => word !== "--write");
const kSets = ["start", "engine", "file", "corpora", "synthetic", "branch"];
const unknown = wanted.find((word) => !kSets.includes(word));
if (build === undefined || unknown !== undefined) {
  console.error(`usage: side_by_side.mjs BUILD [${kSets.join("|")}]... [--write]`);
  process.exit(2);
}
const program = (name) => path.resolve(build, name);
const hoglint = program("hoglint");
const bareParse = program("bench/bare_parse");
const squawk = path.join(root, ".deps/comparison/node_modules/@squawk-cli/linux-x64/bin/squawk");
const pgfence = path.join(root, ".deps/comparison/node_modules/.bin/pgfence");
const corpora = path.join(process.env.HOGLINT_SHARED_DATA ?? "", "corpora");
const hasCorpora = process.env.HOGLINT_SHARED_DATA !== undefined && fs.existsSync(corpora);
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "hoglint-bench-"));
process.on("exit", () => fs.rmSync(scratch, { recursive: true, force: true }));

const sqlFiles = (folder) =>
  fs.readdirSync(folder).filter((name) => name.endsWith(".sql")).sort().map((name) => path.join(folder, name));
const bytesOf = (files) => files.reduce((sum, file) => sum + fs.statSync(file).size, 0);

// Peak memory in MB, by GNU time; null without it.
function peakOf(command) {
  const done = spawnSync("/usr/bin/time", ["-f", "peak %M", ...command], { encoding: "utf8", maxBuffer: 1 << 28 });
  const peak = /peak (\d+)\s*$/.exec(done.stderr ?? "");
  return peak === null ? null : Number(peak[1]) / 1024;
}

// [{name, command}] -> [{name, ms, cpu, mb}]: the shortest run, since other work only adds, and the
// mean of the processor time of all its threads.
function measure(title, commands, runs = 15) {
  const json = path.join(scratch, "hyperfine.json");
  const quote = (word) => `'${word.replaceAll("'", "'\\''")}'`;
  const lines = commands.map(({ command }) => command.map(quote).join(" "));
  const options = ["-N", "-i", "--warmup", "2", "--runs", String(runs), "--export-json", json, "--style", "none"];
  // Its warnings are about the exit code 1, which says that there are findings, and about outliers.
  const done = spawnSync("hyperfine", [...options, ...lines], { encoding: "utf8" });
  if (done.error || done.status !== 0) throw new Error(`hyperfine: ${done.error ?? done.stderr}`);
  const results = JSON.parse(fs.readFileSync(json, "utf8")).results;
  const rows = commands.map(({ name, command }, i) => ({
    name,
    ms: results[i].min * 1000,
    cpu: (results[i].user + results[i].system) * 1000,
    mb: peakOf(command),
  }));
  const number = (value, digits) => (value === null ? "" : value.toFixed(digits));
  const table = ["| | ms | of the first | CPU ms | peak MB |", "| --- | ---: | ---: | ---: | ---: |"];
  for (const row of rows) {
    table.push(`| ${row.name} | ${number(row.ms, 1)} | ${number(row.ms / rows[0].ms, 2)} | ${number(row.cpu, 1)} | ${number(row.mb, 1)} |`);
  }
  const text = `**${title}**\n\n${table.join("\n")}\n`;
  console.log(text);
  return { text, rows };
}

const lintAll = (paths) => [hoglint, "check", "--all", "--quiet", "--format", "json", ...paths];

function others(files) {
  const found = [];
  const args = ["--reporter", "json", "--pg-version", "17"];
  if (fs.existsSync(squawk)) found.push({ name: "squawk (native binary)", command: [squawk, ...args, ...files] });
  else console.error("squawk is left out: tests/comparison/install.sh installs it");
  if (fs.existsSync(pgfence)) {
    found.push({ name: "pgfence", command: [pgfence, "analyze", "--output", "json", "--format", "sql", ...files] });
  } else console.error("pgfence is left out: tests/comparison/install.sh installs it");
  return found;
}

const kParts = {
  start: () =>
    measure("Process start", [
      { name: "/bin/true", command: ["/bin/true"] },
      { name: "hoglint --version", command: [hoglint, "--version"] },
    ], 100).text,
  engine: () => {
    if (!hasCorpora) return leftOut("engine");
    const folder = path.join(corpora, "hogsend-engine");
    const files = sqlFiles(folder);
    return measure(`The ${files.length} migrations of Hogsend's engine, ${kb(files)} of SQL`, [
      { name: "bare parse, one thread", command: [bareParse, ...files] },
      { name: "hoglint, the files alone", command: lintAll(files) },
      { name: "hoglint, with journal and snapshots (9 MB)", command: lintAll([folder]) },
      ...others(files),
    ]).text;
  },
  file: () => {
    if (!hasCorpora) return leftOut("file");
    const file = sqlFiles(path.join(corpora, "hogsend-engine"))[0];
    return measure(`One file, ${kb([file])}`, [
      { name: "bare parse", command: [bareParse, file] },
      { name: "hoglint", command: lintAll([file]) },
      ...others([file]),
    ]).text;
  },
  corpora: () => {
    if (!hasCorpora) return leftOut("corpora");
    const folders = fs.readdirSync(corpora).map((name) => path.join(corpora, name));
    const files = folders.flatMap(sqlFiles);
    return measure(`All corpora, ${files.length} files, ${kb(files)} of SQL`, [
      { name: "bare parse, one thread", command: [bareParse, ...files] },
      { name: "hoglint, the files alone", command: lintAll(files) },
      { name: "hoglint, with journals and snapshots (36 MB)", command: lintAll(folders) },
    ]).text;
  },
  synthetic,
  branch,
};

const kb = (files) => `${Math.round(bytesOf(files) / 1000)} kB`;

function leftOut(name) {
  console.error(`'${name}' is left out: set HOGLINT_SHARED_DATA to the folder with corpora/`);
  return `${name}: not measured, the corpora were not there.\n`;
}

// The exponent e of cost = c * n^e, fitted by least squares over logarithms.
function exponent(points) {
  const logs = points.map(({ n, cost }) => [Math.log(n), Math.log(cost)]);
  const mean = (k) => logs.reduce((sum, log) => sum + log[k], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  return logs.reduce((sum, log) => sum + (log[0] - x) * (log[1] - y), 0) / logs.reduce((sum, log) => sum + (log[0] - x) ** 2, 0);
}

// One migration that drops a column, on a branch of a repository whose main has 10,000.
function branch() {
  const count = 10000;
  const folder = path.join(scratch, "branch");
  const journal = path.join(folder, "migrations/meta/_journal.json");
  const git = (...args) => {
    const identity = ["-c", "user.name=bench", "-c", "user.email=bench@localhost"];
    const done = spawnSync("git", [...identity, ...args], { cwd: folder, encoding: "utf8" });
    if (done.status !== 0) throw new Error(`git ${args[0]}: ${done.stderr}`);
  };
  fs.mkdirSync(folder);
  spawnSync(program("bench/write_history"), [String(count), path.join(folder, "migrations")], { stdio: "inherit" });
  git("init", "-q", "-b", "main");
  git("add", "-A");
  git("commit", "-q", "-m", "All that is merged");
  git("checkout", "-q", "-b", "change");
  const written = JSON.parse(fs.readFileSync(journal, "utf8"));
  const last = written.entries.at(-1);
  written.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1000, tag: `${count}_drop` });
  fs.writeFileSync(journal, JSON.stringify(written, null, 2));
  fs.writeFileSync(path.join(folder, `migrations/${count}_drop.sql`), 'ALTER TABLE "table_1" DROP COLUMN "field_3";');
  git("add", "-A");
  git("commit", "-q", "-m", "The new one");
  const command = [hoglint, "check", "--base", "main", "--quiet", "--format", "json", path.join(folder, "migrations")];
  return measure(`One new migration on ${count} merged ones`, [
    { name: "bare parse of all, one thread", command: [bareParse, path.join(folder, "migrations")] },
    { name: "hoglint --base main", command },
  ], 5).text;
}

function synthetic() {
  const sizes = (process.env.HOGLINT_BENCH_SIZES ?? "1000,3000,10000,30000,100000").split(",").map(Number);
  let text = "";
  const rows = [];
  for (const n of sizes) {
    const folder = path.join(scratch, String(n));
    spawnSync(program("bench/write_history"), [String(n), folder], { stdio: "inherit" });
    const measured = measure(`${n} synthetic migrations, ${kb(sqlFiles(folder))} of SQL`, [
      { name: "bare parse, one thread", command: [bareParse, folder] },
      { name: "hoglint --all", command: lintAll([folder]) },
    ], n > 20000 ? 2 : 5);
    text += `${measured.text}\n`;
    rows.push({ n, ...measured.rows[1] });
    fs.rmSync(folder, { recursive: true });
  }
  if (rows.length < 2) return text;
  const time = exponent(rows.map(({ n, ms }) => ({ n, cost: ms })));
  const memory = exponent(rows.map(({ n, mb }) => ({ n, cost: mb ?? 1 })));
  const line = `Exponent over ${sizes.join(", ")} migrations: time ${time.toFixed(2)}, memory ${memory.toFixed(2)}.\n`;
  console.log(line);
  return text + line;
}

const parts = (wanted.length > 0 ? wanted : kSets).map((name) => kParts[name]());
if (write) {
  const page = path.join(root, "docs/design/performance.md");
  const old = fs.readFileSync(page, "utf8");
  const machine = `${os.cpus().length} cores, ${os.cpus()[0].model.trim()}; minimum of the runs.`;
  const figures = `<!-- figures -->\n${machine}\n\n${parts.join("\n")}<!-- /figures -->`;
  fs.writeFileSync(page, old.replace(/<!-- figures -->[^]*<!-- \/figures -->/, () => figures));
}
