// The hooks of docs/guide/ci.md and the script of docs/guide/scripts.md, with the real tools and
// real commits: what is harmless is committed, what is dangerous is not.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { before, test } from "node:test";
import {
  addBadMigration,
  addGoodMigration,
  blogRepository,
  have,
  installedProject,
  must,
  quietEnv,
  run,
  source,
  tempFolder,
  tools,
  write,
} from "../packages/support/world.mjs";
import { readPage } from "./page.mjs";

const page = readPage("ci.md");
let modules;
before(() => (modules = path.join(installedProject(), "node_modules")));

// A branch of a project that has hoglint and these tools in node_modules.
async function project(...programs) {
  const { folder, git } = await blogRepository();
  const bin = path.join(folder, "node_modules/.bin");
  fs.mkdirSync(bin, { recursive: true });
  for (const name of ["hoglint", "@hoglint"]) {
    fs.symlinkSync(path.join(modules, name), path.join(folder, "node_modules", name));
  }
  fs.symlinkSync(path.join(modules, ".bin/hoglint"), path.join(bin, "hoglint"));
  for (const name of programs) fs.symlinkSync(path.join(tools, ".bin", name), path.join(bin, name));
  write(folder, ".gitignore", "node_modules\n");
  write(folder, "package.json", '{ "name": "app", "private": true }\n');
  await git("add", ".");
  await git("commit", "-q", "-m", "Configure");
  await git("checkout", "-q", "-b", "feature");
  return { folder, git };
}

// node_modules/.bin is not on the PATH of a shell in which somebody commits.
const commit = async (folder) => {
  await must("git", ["add", "."], { cwd: folder });
  return run("git", ["commit", "-m", "Change"], { cwd: folder });
};

async function assertHookWorks(folder) {
  addBadMigration(folder);
  const stopped = await commit(folder);
  assert.notEqual(stopped.code, 0, stopped.all);
  assert.match(stopped.all, /\[drop-column\]/);
  fs.rmSync(path.join(folder, "drizzle/0001_bad.sql"));
  addGoodMigration(folder);
  const passed = await commit(folder);
  assert.equal(passed.code, 0, passed.all);
  write(folder, "README.md", "nothing to do with migrations");
  assert.equal((await commit(folder)).code, 0);
  const { stdout } = await must("git", ["log", "--oneline", "main..feature"], { cwd: folder });
  assert.equal(stdout.trim().split("\n").length, 2, stdout);
}

test("husky", async () => {
  const { folder } = await project("husky");
  const husky = path.join(folder, "node_modules/.bin/husky");
  await must(husky, ["init"], { cwd: folder });
  write(folder, ".husky/pre-commit", page.block(".husky/pre-commit"));
  await assertHookWorks(folder);
});

test("lefthook", async () => {
  const { folder } = await project("lefthook");
  write(folder, "lefthook.yml", page.block("lefthook.yml"));
  await must(path.join(folder, "node_modules/.bin/lefthook"), ["install"], { cwd: folder });
  await assertHookWorks(folder);
});

test("lint-staged under husky, which hides what is not staged", async () => {
  const { folder } = await project("husky", "lint-staged");
  await must(path.join(folder, "node_modules/.bin/husky"), ["init"], { cwd: folder });
  write(folder, ".husky/pre-commit", "lint-staged\n");
  write(folder, "lint-staged.config.mjs", page.block("lint-staged.config.mjs"));
  await assertHookWorks(folder);
  const file = path.join(folder, "drizzle/0001_good.sql");
  fs.appendFileSync(file, "\n-- a comment");
  await must("git", ["add", "."], { cwd: folder });
  fs.writeFileSync(file, 'DROP TABLE "users";');
  const passed = await run("git", ["commit", "-m", "Staged"], { cwd: folder });
  assert.equal(passed.code, 0, passed.all);
  assert.equal(fs.readFileSync(file, "utf8"), 'DROP TABLE "users";');
});

test("pre-commit: the page's lines, with this repository in the place of the public one", async (context) => {
  if (!have("pre-commit")) return context.skip("there is no pre-commit (./dev deps test)");
  const { folder } = await project();
  const hooks = tempFolder();
  for (const name of [".pre-commit-hooks.yaml", "packages/pre-commit", "CMakeLists.txt"]) {
    fs.cpSync(path.join(source, name), path.join(hooks, name), { recursive: true });
  }
  const version = /VERSION (\d+\.\d+\.\d+)/.exec(
    fs.readFileSync(path.join(hooks, "CMakeLists.txt")),
  )[1];
  for (const args of [
    ["init", "-q", "."],
    ["add", "."],
    ["commit", "-q", "-m", "Hooks"],
    ["tag", `v${version}`],
  ]) {
    await must("git", args, { cwd: hooks });
  }
  const lines = page.block(".pre-commit-config.yaml");
  assert.match(lines, /repo: https:\/\/\S+\/hoglint$/m);
  write(folder, ".pre-commit-config.yaml", lines.replace(/repo: \S+/, `repo: ${hooks}`));
  await commit(folder);
  const env = { ...quietEnv, PRE_COMMIT_HOME: tempFolder() };
  await must("pre-commit", ["install"], { cwd: folder, env });
  addBadMigration(folder);
  await must("git", ["add", "."], { cwd: folder });
  const stopped = await run("git", ["commit", "-m", "Change"], { cwd: folder, env });
  assert.equal(stopped.code, 1, stopped.all);
  assert.match(stopped.all, /\[drop-column\]/);
});

test("the script of scripts.md prints what the page says", async () => {
  const scripts = readPage("scripts.md");
  const { folder, git } = await project();
  addBadMigration(folder);
  await git("add", ".");
  write(folder, "check.mjs", scripts.block("check.mjs"));
  const ended = await run("node", ["check.mjs"], { cwd: folder });
  assert.equal(ended.code, 1, ended.all);
  assert.equal(ended.stdout, scripts.block("it prints"));
  write(folder, "hoglint.json", "{ nonsense");
  const broken = await run("node", ["check.mjs"], { cwd: folder });
  assert.equal(broken.code, 2, broken.all);
  assert.match(broken.stderr, /could not check: .*hoglint\.json/);
});
