// What the tests of packages and recipes share: folders, processes, git repositories, packages.
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

export const source = required("HOGLINT_SOURCE_DIR");
export const builtBinary = required("HOGLINT_BINARY");
export const packed = required("HOGLINT_PACKED");
export const tools = path.join(source, ".deps", "package_tools", "node_modules");
export const host = `${process.platform}-${process.arch}`;

function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this test by ctest`);
  return value;
}

// Ends the test run as skipped, with the reason.
export function skip(reason) {
  console.log(`skipped: ${reason}`);
  process.exit(77);
}

export function have(program) {
  return (process.env.PATH ?? "")
    .split(path.delimiter)
    .some((folder) => fs.existsSync(path.join(folder, program)));
}

const folders = [];
process.on("exit", () => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});

// A folder that goes with the process.
export function tempFolder() {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "hoglint-packages-")));
  folders.push(folder);
  return folder;
}

export function write(folder, name, text, mode = 0o644) {
  const file = path.join(folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text, { mode });
  return file;
}

// An environment in which the machine's own settings of git and npm do not count.
export const quietEnv = {
  ...process.env,
  // In a sanitizer's build: a packed program has no symbols by which tests/lsan.supp knows libgit2's
  // leaks. Other tests look for leaks in the same program, unpacked.
  ASAN_OPTIONS: "detect_leaks=0",
  HOGLINT_BINARY: undefined,
  HOGLINT_PACKED: undefined,
  CI: undefined,
  GIT_AUTHOR_NAME: "A",
  GIT_AUTHOR_EMAIL: "a@localhost",
  GIT_COMMITTER_NAME: "A",
  GIT_COMMITTER_EMAIL: "a@localhost",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_SYSTEM: "/dev/null",
  GIT_CONFIG_COUNT: "1",
  GIT_CONFIG_KEY_0: "protocol.file.allow",
  GIT_CONFIG_VALUE_0: "always",
  npm_config_audit: "false",
  npm_config_fund: "false",
  npm_config_update_notifier: "false",
  npm_config_userconfig: "/dev/null",
};

// Runs a program to its end: {code, signal, stdout, stderr, all}; never rejects for a bad end.
export function run(program, args, { cwd, env = quietEnv, input } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ["pipe", "pipe", "pipe"] });
    const ended = { stdout: "", stderr: "", all: "" };
    for (const stream of ["stdout", "stderr"]) {
      child[stream].setEncoding("utf8");
      child[stream].on("data", (chunk) => {
        ended[stream] += chunk;
        ended.all += chunk;
      });
    }
    child.stdin.on("error", () => {}); // it may end without having read
    child.stdin.end(input ?? "");
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, ...ended }));
  });
}

// The same, and an error with all that was printed unless it ends with 0.
export async function must(program, args, options) {
  const ended = await run(program, args, options);
  if (ended.code !== 0) {
    throw new Error(`${program} ${args.join(" ")} ended with ${ended.code}:\n${ended.all}`);
  }
  return ended;
}

// A repository whose branch main has the blog's first migration.
export async function blogRepository() {
  const folder = tempFolder();
  const git = (...args) => must("git", args, { cwd: folder });
  await git("init", "-q", "-b", "main", ".");
  write(folder, "drizzle/0000_init.sql", blog("0000_init.sql"));
  writeJournal(folder, ["0000_init"]);
  await git("add", ".");
  await git("commit", "-q", "-m", "Begin");
  return { folder, git };
}

function blog(name) {
  return fs.readFileSync(path.join(source, "examples/blog/drizzle", name), "utf8");
}

// The journal that drizzle-kit would write for these migrations.
export function writeJournal(folder, tags) {
  const entries = tags.map((tag, idx) => ({
    idx,
    version: "7",
    when: 1700000000000 + idx * 1000,
    tag,
    breakpoints: true,
  }));
  const journal = { version: "7", dialect: "postgresql", entries };
  write(folder, "drizzle/meta/_journal.json", JSON.stringify(journal, null, 2) + "\n");
}

// Adds a migration that has two errors, as files alone.
export function addBadMigration(folder) {
  write(folder, "drizzle/0001_bad.sql", blog("0001_posts_belong_to_users.sql"));
  writeJournal(folder, ["0000_init", "0001_bad"]);
}

// Adds a migration in which there is nothing to find.
export function addGoodMigration(folder) {
  write(folder, "drizzle/0001_good.sql", 'ALTER TABLE "users" ADD COLUMN "age" integer;');
  writeJournal(folder, ["0000_init", "0001_good"]);
}

// The packed files by package name: {"hoglint": "…/hoglint-0.1.0.tgz", …}.
export function packedFiles() {
  return JSON.parse(fs.readFileSync(path.join(packed, "packed.json"), "utf8"));
}

// A project that has hoglint from the packed files alone; pack.mjs installed it.
export function installedProject() {
  const folder = tempFolder();
  fs.cpSync(path.join(packed, "project"), folder, { recursive: true, verbatimSymlinks: true });
  return folder;
}
