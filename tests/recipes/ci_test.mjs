// The CI files of docs/guide/ci.md: their commands, in clones such as each platform documents them,
// with the variables that it sets, and the reports that they leave. No platform is asked.
import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { after, before, test } from "node:test";
import { startRegistry } from "../packages/support/registry.mjs";
import {
  addBadMigration,
  addGoodMigration,
  blogRepository,
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
const yaml = createRequire(path.join(tools, "x.cjs"))("yaml");
let registry;
let origin; // a bare repository with main, and a branch each for a good and a bad change
const env = { ...quietEnv, npm_config_cache: tempFolder() };

before(async () => {
  registry = await startRegistry();
  env.npm_config_registry = registry.address;
  const { folder, git } = await blogRepository();
  for (const [branch, add] of [
    ["bad", addBadMigration],
    ["good", addGoodMigration],
  ]) {
    await git("checkout", "-q", "-b", branch, "main");
    add(folder);
    await git("add", ".");
    await git("commit", "-q", "-m", "Migrate");
    // More than a shallow clone has.
    for (let i = 0; i < 21; ++i) await git("commit", "-q", "--allow-empty", "-m", `${i}`);
  }
  await git("checkout", "-q", "main");
  await git("commit", "-q", "--allow-empty", "-m", "main goes on");
  origin = tempFolder();
  await must("git", ["clone", "-q", "--bare", folder, "."], { cwd: origin });
});
after(() => registry.close());

const url = () => `file://${origin}`;

// A work tree made by these commands of git.
async function workTree(...commands) {
  const cwd = tempFolder();
  for (const command of commands) await must("git", command, { cwd });
  return cwd;
}

// GitLab's runner fetches the pipeline's commit alone, 20 commits deep, and checks it out detached.
const gitlabClone = (branch) =>
  workTree(
    ["init", "-q", "."],
    ["remote", "add", "origin", url()],
    ["fetch", "-q", "--depth=20", "origin", `+refs/heads/${branch}:refs/pipelines/1`],
    ["checkout", "-q", "--detach", "refs/pipelines/1"],
  );

// Bitbucket clones the source branch, 50 commits deep.
const bitbucketClone = (branch) =>
  workTree(["clone", "-q", `--branch=${branch}`, "--depth=50", url(), "."]);

// CircleCI clones all, and without blobs where that is its setting.
const circleClone = (branch, ...how) =>
  workTree(
    ["clone", "-q", ...how, url(), "."],
    ["checkout", "-q", "-B", branch, `origin/${branch}`],
  );

// Jenkins fetches the pull request into a remote branch of its own name, and checks it out
// detached.
const jenkinsClone = (branch) =>
  workTree(
    ["init", "-q", "."],
    ["remote", "add", "origin", url()],
    ["fetch", "-q", "--depth=1", "origin", `+refs/heads/${branch}:refs/remotes/origin/PR-1`],
    ["checkout", "-q", "--detach", "refs/remotes/origin/PR-1"],
  );

// Runs the commands one after the other as a CI does, up to the first that fails.
async function runScript(lines, cwd, variables = {}) {
  assert.ok(lines.length > 0, "the recipe has no command");
  let all = "";
  for (const line of lines) {
    const ended = await run("bash", ["-eu", "-c", line], { cwd, env: { ...env, ...variables } });
    all += ended.all;
    if (ended.code !== 0) return { code: ended.code, all };
  }
  return { code: 0, all };
}

// The recipe judges the branch's one migration, and nothing of it is unknown.
function assertJudged({ code, all }, branch) {
  assert.equal(code, branch === "bad" ? 1 : 0, all);
  assert.match(
    all,
    branch === "bad" ? /2 errors in 1 new migration/ : /nothing found in 1 new migration/,
  );
  assert.doesNotMatch(all, /Not checked/);
}

function assertJunit(file, failures) {
  const text = fs.readFileSync(file, "utf8");
  assert.match(text, /^<\?xml [^>]*\?>\s*<testsuites\b/);
  assert.equal([...text.matchAll(/<failure\b/g)].length, failures, text);
  assert.equal([...text.matchAll(/<testcase\b/g)].length >= 1, true, text);
}

function assertCodeQuality(file, count) {
  const issues = JSON.parse(fs.readFileSync(file, "utf8"));
  assert.equal(issues.length, count);
  for (const issue of issues) {
    for (const name of ["description", "check_name", "fingerprint"]) {
      assert.equal(typeof issue[name], "string", name);
    }
    assert.match(issue.severity, /^(info|minor|major|critical|blocker)$/);
    assert.equal(issue.location.path, "drizzle/0001_bad.sql");
    assert.ok(issue.location.lines.begin > 0);
  }
}

const mergeRequest = {
  CI: "true",
  CI_PIPELINE_SOURCE: "merge_request_event",
  CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "main",
};

test("every file of the page is run by one of these tests", () => {
  assert.ok(page.allNamed());
  const folder = path.join(source, "tests/recipes");
  const tests = fs
    .readdirSync(folder)
    .map((name) => fs.readFileSync(path.join(folder, name), "utf8"));
  for (const title of page.titles()) {
    assert.ok(
      tests.some((text) => text.includes(`block("${title}")`)),
      title,
    );
  }
});

test("GitLab: a merge request, in a shallow detached clone", async () => {
  const { hoglint: job } = yaml.parse(page.block(".gitlab-ci.yml"));
  const { codequality, junit } = job.artifacts.reports;
  for (const branch of ["bad", "good"]) {
    const cwd = await gitlabClone(branch);
    assertJudged(await runScript(job.script, cwd, mergeRequest), branch);
    assertCodeQuality(path.join(cwd, codequality), branch === "bad" ? 2 : 0);
    assertJunit(path.join(cwd, junit), branch === "bad" ? 2 : 0);
  }
});

test("GitLab: without the fetch hoglint says what is missing", async () => {
  const { hoglint: job } = yaml.parse(page.block(".gitlab-ci.yml"));
  const { all } = await runScript(job.script.slice(1), await gitlabClone("bad"), mergeRequest);
  assert.match(all, /Not checked/);
  assert.match(all, /base branch 'main'/);
});

test("GitLab: its JSON schema takes the file, and its rules choose merge requests", async () => {
  const { folder, git } = await blogRepository();
  await git("remote", "add", "origin", "git@localhost:group/project.git");
  write(folder, ".gitlab-ci.yml", page.block(".gitlab-ci.yml"));
  const script = path.join(tools, "gitlab-ci-local/src/index.js");
  const list = (...args) =>
    run("node", [script, "--list-json", "--json-schema-validation", ...args], {
      cwd: folder,
      env: { ...env, HOME: folder },
    });
  const listed = async (...args) => {
    const ended = await list(...args);
    assert.equal(ended.code, 0, ended.all);
    const begin = ended.stdout.search(/^\[$|^\[\{/m); // a warning may come first
    return JSON.parse(ended.stdout.slice(begin)).find((job) => job.name === "hoglint");
  };
  assert.equal(
    (await listed("--variable", "CI_PIPELINE_SOURCE=merge_request_event")).when,
    "on_success",
  );
  assert.equal((await listed("--variable", "CI_PIPELINE_SOURCE=push")).when, "never");
  const wrong = page.block(".gitlab-ci.yml").replace("codequality:", "code_quality:");
  write(folder, ".gitlab-ci.yml", wrong);
  assert.match((await list()).all, /'code_quality' property is not expected to be here/);
});

test("Bitbucket: a pull request, 50 commits deep", async () => {
  const file = yaml.parse(page.block("bitbucket-pipelines.yml"));
  const [{ step }] = file.pipelines["pull-requests"]["**"];
  for (const branch of ["bad", "good"]) {
    const cwd = await bitbucketClone(branch);
    const variables = {
      CI: "true",
      BITBUCKET_PR_DESTINATION_BRANCH: "main",
      BITBUCKET_BRANCH: branch,
    };
    assertJudged(await runScript(step.script, cwd, variables), branch);
    assertJunit(path.join(cwd, "test-reports/hoglint.xml"), branch === "bad" ? 2 : 0);
  }
});

test("CircleCI: a branch, in a full and in a blobless clone", async () => {
  const { jobs, workflows } = yaml.parse(page.block(".circleci/config.yml"));
  assert.deepEqual(workflows["pull-request"].jobs[0].hoglint.filters.branches, { ignore: "main" });
  const { steps } = jobs.hoglint;
  assert.equal(steps[0], "checkout");
  const lines = steps.map((step) => step.run).filter((line) => line !== undefined);
  const results = steps.at(-1).store_test_results.path;
  await must("git", ["config", "uploadpack.allowFilter", "true"], { cwd: origin });
  for (const [branch, ...how] of [["bad"], ["good"], ["bad", "--filter=blob:none"]]) {
    const cwd = await circleClone(branch, ...how);
    assertJudged(await runScript(lines, cwd, { CI: "true", CIRCLE_BRANCH: branch }), branch);
    assertJunit(path.join(cwd, results, "hoglint/results.xml"), branch === "bad" ? 2 : 0);
  }
});

test("Jenkins: a change request", async () => {
  const text = page.block("Jenkinsfile");
  const lines = [...text.matchAll(/^\s*sh '([^']*)'$/gm)].map(([, line]) => line);
  assert.equal(lines.length, 2);
  for (const branch of ["bad", "good"]) {
    const cwd = await jenkinsClone(branch);
    assertJudged(await runScript(lines, cwd, { CHANGE_TARGET: "main", CHANGE_ID: "1" }), branch);
    assertJunit(path.join(cwd, "hoglint.xml"), branch === "bad" ? 2 : 0);
  }
});

// There is no Docker engine here: what would run in the container runs beside it.
test("Docker: the command in the container", async () => {
  const bin = tempFolder();
  write(
    bin,
    "docker",
    `#!/bin/sh
[ "$1 $2 $3 $4 $5 $6" = "run --rm -v $PWD:/repo:ro -w /repo" ] || exit 125
shift 7
exec "$@"
`,
    0o755,
  );
  const lines = page.block("In a shell").trim().split("\n");
  for (const branch of ["bad", "good"]) {
    const cwd = await jenkinsClone(branch);
    assertJudged(await runScript(lines, cwd, { PATH: `${bin}:${process.env.PATH}` }), branch);
  }
});
