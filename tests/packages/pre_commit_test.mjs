// .pre-commit-hooks.yaml with the real pre-commit: real commits that pass and that are stopped.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { startRegistry } from "./support/registry.mjs";
import {
  addBadMigration,
  addGoodMigration,
  blogRepository,
  have,
  installedProject,
  must,
  quietEnv,
  run,
  skip,
  source,
  tempFolder,
  write,
  writeJournal,
} from "./support/world.mjs";

if (!have("pre-commit")) skip("there is no pre-commit (./dev deps test installs it)");

let hooks; // a repository with what pre-commit needs of ours
let modules; // node_modules with hoglint
let registry;
const env = { ...quietEnv, PRE_COMMIT_HOME: tempFolder(), npm_config_cache: tempFolder() };

before(async () => {
  registry = await startRegistry();
  env.npm_config_registry = registry.address;
  modules = path.join(installedProject(), "node_modules");
  hooks = tempFolder();
  for (const name of [".pre-commit-hooks.yaml", "packages/pre-commit", "CMakeLists.txt"]) {
    fs.cpSync(path.join(source, name), path.join(hooks, name), { recursive: true });
  }
  await must("git", ["init", "-q", "-b", "main", "."], { cwd: hooks });
  await must("git", ["add", "."], { cwd: hooks });
  await must("git", ["commit", "-q", "-m", "Hooks"], { cwd: hooks });
  await must("git", ["tag", "v0.0.0"], { cwd: hooks });
});
after(() => registry.close());

// A project with the page's three lines, on a branch of its own, with hoglint as a dependency.
async function project({ id = "hoglint", dependency = true } = {}) {
  const { folder, git } = await blogRepository();
  write(folder, ".gitignore", "node_modules\n");
  write(
    folder,
    ".pre-commit-config.yaml",
    `repos:
  - repo: ${hooks}
    rev: v0.0.0
    hooks: [{ id: ${id} }]
`,
  );
  if (dependency) fs.symlinkSync(modules, path.join(folder, "node_modules"));
  await git("add", ".");
  await git("commit", "-q", "-m", "Configure");
  await git("checkout", "-q", "-b", "feature");
  await must("pre-commit", ["install"], { cwd: folder, env });
  const commit = async (...what) => {
    await git("add", ...(what.length > 0 ? what : ["."]));
    return run("git", ["commit", "-m", "Change"], { cwd: folder, env });
  };
  return { folder, git, commit };
}

test("pre-commit takes the file of hooks for valid", async () => {
  await must("pre-commit", ["validate-manifest", path.join(source, ".pre-commit-hooks.yaml")], {
    env,
  });
});

test("a commit with a harmless migration passes", async () => {
  const { folder, commit } = await project();
  addGoodMigration(folder);
  const { code, all } = await commit();
  assert.equal(code, 0, all);
  assert.match(all, /^hoglint\.+Passed$/m);
});

test("a commit with a dangerous migration is stopped, and says why", async () => {
  const { folder, git, commit } = await project();
  addBadMigration(folder);
  const { code, all } = await commit();
  assert.equal(code, 1, all);
  assert.match(all, /drops column[^[]*\[drop-column\]/);
  assert.match(all, /2 errors in 1 new migration/);
  const { stdout } = await git("log", "--oneline", "main..feature");
  assert.equal(stdout, "");
});

test("what is committed counts, not what is edited since", async () => {
  const { folder, commit } = await project();
  addGoodMigration(folder);
  const file = path.join(folder, "drizzle/0001_good.sql");
  const good = fs.readFileSync(file, "utf8");
  const bad = 'DROP TABLE "users";';
  fs.writeFileSync(file, bad);
  await must("git", ["add", "."], { cwd: folder });
  fs.writeFileSync(file, good); // bad is staged
  const stopped = await run("git", ["commit", "-m", "Change"], { cwd: folder, env });
  assert.equal(stopped.code, 1, stopped.all);
  assert.match(stopped.all, /drop-table/);
  assert.equal(fs.readFileSync(file, "utf8"), good);
  await must("git", ["add", "."], { cwd: folder });
  fs.writeFileSync(file, bad); // good is staged
  const passed = await run("git", ["commit", "-m", "Change"], { cwd: folder, env });
  assert.equal(passed.code, 0, passed.all);
  assert.equal(fs.readFileSync(file, "utf8"), bad);
  assert.equal((await commit()).code, 1);
});

test("a merged migration that is edited stops the commit", async () => {
  const { folder, commit } = await project();
  write(folder, "drizzle/0000_init.sql", "CREATE TABLE a (id int);");
  const { code, all } = await commit();
  assert.equal(code, 1, all);
  assert.match(all, /merged-migration-edited/);
});

test("a journal alone is reason enough to look", async () => {
  const { folder, commit } = await project();
  writeJournal(folder, ["0000_init", "0001_nowhere"]);
  const { code, all } = await commit();
  assert.equal(code, 1, all);
  assert.match(all, /journal-entry-without-file/);
});

test("hoglint stays out of commits without migrations, hoglint-project looks at all", async () => {
  const quiet = await project();
  write(quiet.folder, "README.md", "x");
  assert.match((await quiet.commit()).all, /no files to check.*Skipped/);
  const whole = await project({ id: "hoglint-project" });
  write(whole.folder, "README.md", "x");
  assert.match((await whole.commit()).all, /^hoglint \(whole project\)\.+Passed$/m);
  addBadMigration(whole.folder);
  assert.equal((await whole.commit()).code, 1);
});

test("run --all-files and --from-ref judge what the branch adds", async () => {
  const { folder, git } = await project();
  const preCommit = (...args) => run("pre-commit", ["run", ...args], { cwd: folder, env });
  assert.equal((await preCommit("--all-files")).code, 0);
  addBadMigration(folder);
  await git("add", ".");
  await git("commit", "-q", "--no-verify", "-m", "Bad");
  for (const args of [["--all-files"], ["--from-ref", "main", "--to-ref", "HEAD"]]) {
    const { code, all } = await preCommit(...args);
    assert.equal(code, 1, all);
    assert.match(all, /2 errors in 1 new migration/);
  }
  await git("checkout", "-q", "main");
  assert.equal((await preCommit("--all-files")).code, 0);
});

test("try-repo, before anything is configured", async () => {
  const { folder } = await project();
  addBadMigration(folder);
  await must("git", ["add", "."], { cwd: folder });
  const tried = await run("pre-commit", ["try-repo", hooks, "hoglint"], { cwd: folder, env });
  assert.equal(tried.code, 1, tried.all);
  assert.match(tried.all, /drop-column/);
});

test("arguments of the config reach hoglint", async () => {
  const { folder, git } = await project();
  const config = path.join(folder, ".pre-commit-config.yaml");
  const text = fs.readFileSync(config, "utf8");
  fs.writeFileSync(
    config,
    text.replace("{ id: hoglint }", "{ id: hoglint, args: [--fail-on, 'off'] }"),
  );
  addBadMigration(folder);
  await git("add", ".");
  assert.equal((await run("git", ["commit", "-m", "Change"], { cwd: folder, env })).code, 0);
});

test("without a dependency it is the hoglint on the PATH, else the tag's own by npx", async () => {
  const { folder, commit } = await project({ dependency: false });
  addGoodMigration(folder);
  registry.asked.length = 0;
  const { code, all } = await commit();
  assert.equal(code, 0, all);
  assert.ok(registry.asked.includes("tarball hoglint"), registry.asked.join("\n"));
  const script = path.join(source, "packages/pre-commit/hoglint.sh");
  const bin = tempFolder();
  write(bin, "hoglint", '#!/bin/sh\necho "mine $*"\n', 0o755);
  const PATH = `${bin}:${process.env.PATH}`;
  const own = await run(script, ["--all"], { cwd: folder, env: { ...env, PATH } });
  assert.equal(own.stdout, "mine --all\n");
});

test("with nothing to run it fails, and says what to install", async () => {
  const bin = tempFolder();
  for (const tool of ["sh", "tr", "sed", "dirname"])
    fs.symlinkSync(`/bin/${tool}`, path.join(bin, tool));
  const script = path.join(source, "packages/pre-commit/hoglint.sh");
  const { code, stderr } = await run(script, [], { cwd: tempFolder(), env: { PATH: bin } });
  assert.equal(code, 2);
  assert.match(stderr, /install hoglint, or Node\.js/);
});
