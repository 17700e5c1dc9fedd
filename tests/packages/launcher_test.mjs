// The launcher: whose program it starts, what it passes on, and what it says when it cannot.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { before, test } from "node:test";
import {
  builtBinary,
  host,
  installedProject,
  must,
  packedFiles,
  quietEnv,
  run,
  tempFolder,
  write,
} from "./support/world.mjs";

let project;
before(() => (project = installedProject()));
const launcherIn = (folder) => path.join(folder, "node_modules/hoglint/bin/hoglint.js");
const platformPackage = (folder) => path.join(folder, `node_modules/@hoglint/cli-${host}`);

function launch(args, env = {}, folder = project) {
  return run("node", [launcherIn(folder), ...args], { env: { ...quietEnv, ...env } });
}

// A copy of the installed project that a test may damage.
function damaged() {
  const folder = tempFolder();
  fs.cpSync(path.join(project, "node_modules"), path.join(folder, "node_modules"), {
    recursive: true,
  });
  return folder;
}

const script = (text) => write(tempFolder(), "program", `#!/bin/sh\n${text}\n`, 0o755);

test("standard input, arguments, output and exit code are the program's", async () => {
  const program = script('cat; for each in "$@"; do echo "<$each>"; done; echo "oops" >&2; exit 7');
  const args = ["a b", "--x=$HOME", "", "\n", "'\""];
  const ended = await run("node", [launcherIn(project), ...args], {
    env: { ...quietEnv, HOGLINT_BINARY: program },
    input: "said\n",
  });
  assert.equal(ended.code, 7);
  assert.equal(ended.stdout, "said\n<a b>\n<--x=$HOME>\n<>\n<\n>\n<'\">\n");
  assert.equal(ended.stderr, "oops\n");
});

test("hoglint's own exit codes 0, 1 and 2 come through", async () => {
  const folder = tempFolder();
  write(folder, "0001_a.sql", "CREATE TABLE a (id int);");
  write(folder, "0002_b.sql", "DROP TABLE a;");
  assert.equal((await launch(["--version"])).code, 0);
  assert.equal((await launch(["--all", folder])).code, 1);
  assert.equal((await launch([path.join(folder, "nowhere")])).code, 2);
});

// Ends the launcher by a signal once the program runs; resolves with how the launcher ended.
function interrupt(program, signal) {
  return new Promise((resolve) => {
    const child = spawn("node", [launcherIn(project)], {
      env: { ...quietEnv, HOGLINT_BINARY: program },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let printed = "";
    child.stdout.on("data", (chunk) => {
      printed += chunk;
      if (printed.startsWith("ready\n") && !child.killed) child.kill(signal);
    });
    child.on("close", (code, by) => resolve({ code, by, printed }));
  });
}

test("a signal reaches the program, and its end is the launcher's", async () => {
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) {
    const cleans = script(
      `trap 'echo cleaned; exit 9' ${signal.slice(3)}\necho ready\nwhile :; do sleep 0.05; done`,
    );
    assert.deepEqual(await interrupt(cleans, signal), {
      code: 9,
      by: null,
      printed: "ready\ncleaned\n",
    });
    const dies = script("echo ready\nexec sleep 30");
    assert.deepEqual(await interrupt(dies, signal), { code: null, by: signal, printed: "ready\n" });
  }
});

test("a program that was killed is not taken for clean", async () => {
  assert.equal((await launch([], { HOGLINT_BINARY: script("kill -KILL $$") })).signal, "SIGKILL");
  // node itself ignores this one
  assert.equal((await launch([], { HOGLINT_BINARY: script("kill -PIPE $$") })).code, 141);
});

test("HOGLINT_BINARY wins, relative to the current folder as well", async () => {
  const program = script("echo mine");
  const ended = await run("node", [launcherIn(project)], {
    cwd: path.dirname(program),
    env: { ...quietEnv, HOGLINT_BINARY: "./program" },
  });
  assert.equal(ended.stdout, "mine\n");
  assert.equal((await launch(["--version"], { HOGLINT_BINARY: "" })).code, 0);
});

async function assertSays(ended, ...patterns) {
  const { code, stdout, stderr } = await ended;
  assert.equal(code, 2);
  assert.equal(stdout, "");
  assert.match(stderr, /^hoglint: /);
  for (const pattern of patterns) assert.match(stderr, pattern);
  assert.equal(stderr.trim().split("\n").length, 1, stderr);
}

test("HOGLINT_BINARY that is not there, or may not run", async () => {
  await assertSays(
    launch([], { HOGLINT_BINARY: "/nowhere/hoglint" }),
    /HOGLINT_BINARY is \/nowhere/,
  );
  const file = write(tempFolder(), "hoglint", "", 0o644);
  await assertSays(launch([], { HOGLINT_BINARY: file }), /may not be executed.*chmod \+x/);
});

test("an installation without optional dependencies", async () => {
  const folder = tempFolder();
  write(folder, "package.json", '{ "name": "app", "private": true }');
  await must("npm", ["install", "--offline", "--omit=optional", packedFiles().hoglint], {
    cwd: folder,
  });
  assert.ok(!fs.existsSync(platformPackage(folder)));
  await assertSays(
    launch([], {}, folder),
    /cli-.* is not installed/,
    /--omit=optional/,
    /HOGLINT_BINARY/,
  );
});

test("node_modules that was made on another system", async () => {
  const folder = damaged();
  const other = host === "darwin-arm64" ? "linux-x64" : "darwin-arm64";
  fs.renameSync(platformPackage(folder), path.join(folder, `node_modules/@hoglint/cli-${other}`));
  await assertSays(
    launch([], {}, folder),
    new RegExp(`${other} is: node_modules was made on another`),
  );
});

test("a program that is gone, or not executable any more", async () => {
  const folder = damaged();
  const program = path.join(platformPackage(folder), "bin/hoglint");
  fs.chmodSync(program, 0o644);
  await assertSays(launch([], {}, folder), /may not be executed.*Install again/);
  fs.rmSync(program);
  await assertSays(launch([], {}, folder), /is missing: its package is damaged/);
});

test("a program whose loader the system does not have, as on Alpine", async (context) => {
  const bytes = fs.readFileSync(builtBinary);
  const at = bytes.indexOf("/ld-linux");
  if (at < 0) return context.skip("the program is linked statically");
  const folder = damaged();
  bytes.write("/no-linux", at, "latin1");
  fs.writeFileSync(path.join(platformPackage(folder), "bin/hoglint"), bytes, { mode: 0o755 });
  return assertSays(launch([], {}, folder), /lacks the loader it asks for/, /HOGLINT_BINARY/);
});

test("drift and stats go to the program that can load libpq, where it starts", async () => {
  const folder = damaged();
  const other = path.join(platformPackage(folder), "bin/hoglint-database");
  fs.writeFileSync(other, '#!/bin/sh\necho "other $*"\n', { mode: 0o755 });
  for (const command of ["drift", "stats"]) {
    assert.equal((await launch([command, "--x"], {}, folder)).stdout, `other ${command} --x\n`);
  }
  assert.match((await launch(["--version"], {}, folder)).stdout, /^hoglint \d/);
  fs.writeFileSync(other, "#!/no/such/loader\n", { mode: 0o755 });
  const instead = await launch(["drift", "--help"], {}, folder);
  assert.equal(instead.code, 0, instead.all);
  assert.match(instead.stdout, /^hoglint drift/);
});

test("a platform that has no package", async () => {
  const pretend = write(
    tempFolder(),
    "win32.cjs",
    'Object.defineProperty(process, "platform", { value: "win32" });',
  );
  const ended = launch([], { NODE_OPTIONS: `--require ${pretend}` });
  await assertSays(ended, /there is no package for win32-/, /WSL/);
});
