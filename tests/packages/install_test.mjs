// Installs the packages as users do, and compares what `hoglint` then prints with the program
// itself.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { startRegistry } from "./support/registry.mjs";
import {
  addBadMigration,
  blogRepository,
  builtBinary,
  host,
  installedProject,
  must,
  packedFiles,
  quietEnv,
  run,
  tempFolder,
  tools,
  write,
} from "./support/world.mjs";

let registry;
before(async () => (registry = await startRegistry()));
after(() => registry.close());

const online = () => ({
  ...quietEnv,
  npm_config_registry: registry.address,
  npm_config_cache: tempFolder(),
});

function emptyProject() {
  const folder = tempFolder();
  write(folder, "package.json", '{ "name": "app", "version": "1.0.0", "private": true }\n');
  return folder;
}

// What the launcher and the program print and return for the same arguments.
async function assertSame(program, prefix, cwd, env) {
  const { folder } = await blogRepository();
  addBadMigration(folder);
  const repository = path.join(cwd, "repository");
  fs.cpSync(folder, repository, { recursive: true });
  const cases = [
    [["repository", "--format", "json"], 1],
    [["repository", "--rule", "drop-column=off", "--rule", "foreign-key-validates=off"], 0],
    [["nowhere"], 2],
    [["--version"], 0],
  ];
  for (const [args, code] of cases) {
    const [theirs, ours] = await Promise.all([
      run(program, [...prefix, ...args], { cwd, env }),
      run(builtBinary, args, { cwd, env }),
    ]);
    assert.equal(ours.code, code, ours.all);
    assert.equal(theirs.code, code, theirs.all);
    assert.equal(withoutTime(theirs.stdout), withoutTime(ours.stdout));
    if (program !== "npx") assert.equal(theirs.stderr, ours.stderr);
  }
}

const withoutTime = (text) => text.replace(/\d+\.\d+ s\b/g, "T s");

test("npm takes hoglint and the package of this platform, and no other", async () => {
  const folder = emptyProject();
  await must("npm", ["install", "--save-dev", "hoglint"], { cwd: folder, env: online() });
  const tarballs = registry.asked.filter((each) => each.startsWith("tarball")).sort();
  assert.deepEqual(tarballs, [`tarball @hoglint/cli-${host}`, "tarball hoglint"]);
  const names = Object.keys(packedFiles());
  for (const name of registry.asked) assert.ok(names.includes(name.replace(/^tarball /, "")), name);
  await assertSame("npx", ["--no-install", "hoglint"], folder, online());
});

test("npx runs it in a folder that has no package at all", async () => {
  const folder = tempFolder();
  const { stdout } = await must("npx", ["--yes", "hoglint", "--version"], {
    cwd: folder,
    env: online(),
  });
  assert.match(stdout, /^hoglint \d/);
});

test("the packed files install without a network", async () => {
  const folder = installedProject();
  await assertSame(path.join(folder, "node_modules/.bin/hoglint"), [], folder, quietEnv);
});

test("pnpm add -D hoglint, and pnpm exec", async () => {
  const folder = emptyProject();
  const pnpm = path.join(tools, ".bin/pnpm");
  const env = {
    ...online(),
    XDG_DATA_HOME: tempFolder(),
    XDG_CACHE_HOME: tempFolder(),
    HOME: folder,
  };
  await must(pnpm, ["add", "-D", "hoglint", "--store-dir", tempFolder()], { cwd: folder, env });
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
  assert.ok(manifest.devDependencies.hoglint);
  await assertSame(path.join(folder, "node_modules/.bin/hoglint"), [], folder, env);
  const said = await must(pnpm, ["exec", "hoglint", "--version"], { cwd: folder, env });
  assert.match(said.stdout, /^hoglint \d/);
});

test("Yarn with Plug'n'Play, which has no node_modules", async () => {
  const folder = emptyProject();
  write(folder, "yarn.lock", "");
  write(
    folder,
    ".yarnrc.yml",
    `npmRegistryServer: "${registry.address}"
unsafeHttpWhitelist: ["127.0.0.1"]
nodeLinker: pnp
enableTelemetry: false
enableGlobalCache: false
`,
  );
  const env = { ...online(), HOME: folder };
  const yarn = (...args) =>
    must("node", [path.join(tools, "@yarnpkg/cli-dist/bin/yarn.js"), ...args], {
      cwd: folder,
      env,
    });
  await yarn("add", "-D", "hoglint");
  assert.ok(!fs.existsSync(path.join(folder, "node_modules")));
  assert.match((await yarn("hoglint", "--version")).stdout, /^hoglint \d/);
});
