// Where the binary comes from: a release whose checksum is right, the tool cache, or a build.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { run, source } from './runner.mjs';
import { World, binary, kBad, kToken } from './world.mjs';

const kVersion = /project\(hoglint\s+VERSION ([0-9.]+)/.exec(
  readFileSync(path.join(source, 'CMakeLists.txt'), 'utf8'),
)[1];
const kActionRepository = 'hogsend/hoglint';

async function makeWorld(t) {
  const world = await World.make(t);
  await world.pullRequest({ 'migrations/0004_email.sql': kBad });
  // What `uses: hogsend/hoglint@v0.1.0` unpacks, with a stub of the build.
  world.action = path.join(world.temp, 'action');
  mkdirSync(world.action);
  for (const name of ['action.yml', 'action', 'CMakeLists.txt']) {
    cpSync(path.join(source, name), path.join(world.action, name), { recursive: true });
  }
  writeFileSync(
    path.join(world.action, 'dev'),
    `#!/usr/bin/env bash
cd "$(dirname "$0")" && echo "dev $*" >>calls
[[ $1 != build ]] || { mkdir -p build/release && ln -s '${binary}' build/release/hoglint; }
`,
  );
  chmodSync(path.join(world.action, 'dev'), 0o755);
  world.runAction = (inputs = {}, more = {}) =>
    world.run(
      { binary: '', comment: 'false', ...inputs },
      { actionPath: world.action, actionRepository: kActionRepository, ...more },
    );
  world.calls = () => {
    const file = path.join(world.action, 'calls');
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  };
  return world;
}

// A release as `./dev package` makes it: the program is a script that calls the one under test.
async function release(world, version, platform, program) {
  const name = `hoglint-${version}-${platform}`;
  const folder = path.join(world.temp, 'release');
  mkdirSync(path.join(folder, name, 'bin'), { recursive: true });
  const file = path.join(folder, name, 'bin', 'hoglint');
  writeFileSync(file, program ?? `#!/bin/sh\nexec '${binary}' "$@"\n`);
  chmodSync(file, 0o755);
  const { code, log } = await run('tar', ['-czf', `${name}.tar.gz`, name], { cwd: folder });
  assert.equal(code, 0, log);
  const bytes = readFileSync(path.join(folder, `${name}.tar.gz`));
  const sum = createHash('sha256').update(bytes).digest('hex');
  const at = `${kActionRepository}/v${version}`;
  const sums = `${at}/hoglint-${version}-checksums.txt`;
  world.stub.releases.set(`${at}/${name}.tar.gz`, bytes);
  world.stub.releases.set(sums, `${world.stub.releases.get(sums) ?? ''}${sum}  ${name}.tar.gz\n`);
  return { asset: `${at}/${name}.tar.gz`, sums };
}

test("the release of the action's own version is verified, run, and kept", async (t) => {
  const world = await makeWorld(t);
  await release(world, kVersion, 'linux-arm64', '#!/bin/sh\nexit 9\n');
  await release(world, kVersion, 'linux-x64');
  const result = await world.runAction();
  assert.equal(result.code, 1, result.log);
  assert.equal(World.findings(result).length, 1);
  assert.match(result.log, /SHA-256 [0-9a-f]{64}/);
  const base = `GET /${kActionRepository}/releases/download/v${kVersion}/hoglint-${kVersion}`;
  assert.deepEqual(world.stub.requests, [`${base}-checksums.txt`, `${base}-linux-x64.tar.gz`]);
  world.stub.requests.length = 0;
  assert.equal((await world.runAction()).code, 1);
  assert.deepEqual(world.stub.requests, [], 'from the tool cache');
  assert.deepEqual(world.calls(), []);
});

test('a checksum that is wrong ends the job, and nothing is run', async (t) => {
  const world = await makeWorld(t);
  const witness = path.join(world.temp, 'it-ran');
  const { asset } = await release(world, kVersion, 'linux-x64', `#!/bin/sh\ntouch '${witness}'\n`);
  const bytes = Buffer.from(world.stub.releases.get(asset));
  bytes[bytes.length - 1] ^= 1;
  world.stub.releases.set(asset, bytes);
  const result = await world.runAction();
  assert.equal(result.code, 2);
  assert.match(result.commands[0].message, /is not what the release's checksums say/);
  assert.equal(result.steps.length, 1);
  assert.ok(!existsSync(witness));
  assert.deepEqual(world.calls(), [], 'nor is it built: somebody changed the file');
});

test("no release for this machine: built from the action's sources, and said", async (t) => {
  const world = await makeWorld(t);
  const none = await world.runAction();
  assert.equal(none.code, 1, none.log);
  assert.match(none.commands[0].message, /has no release .* for linux-x64, so hoglint is built/);
  assert.deepEqual(world.calls().at(-1), 'dev build release');

  // A release that has other platforms, and one whose list names what is not there.
  const { asset } = await release(world, kVersion, 'linux-x64');
  const other = await world.runAction({}, { env: { RUNNER_OS: 'macOS', RUNNER_ARCH: 'ARM64' } });
  assert.match(other.commands[0].message, /for darwin-arm64, so/);
  world.stub.releases.delete(asset);
  assert.match((await world.runAction()).commands[0].message, /for linux-x64, so/);
});

test('a version that is named: that one, latest, or an error', async (t) => {
  const world = await makeWorld(t);
  await release(world, '7.8.9', 'linux-x64');
  assert.equal((await world.runAction({ version: 'v7.8.9' })).code, 1);
  world.stub.latest = 'v7.8.9';
  world.stub.requests.length = 0;
  assert.equal((await world.runAction({ version: 'latest' })).code, 1);
  assert.deepEqual(world.stub.requests, [`GET /repos/${kActionRepository}/releases/latest`]);

  // Another version than asked for is never run in its place.
  const missing = await world.runAction({ version: '7.8.10' });
  assert.equal(missing.code, 2);
  assert.match(missing.commands[0].message, /no release 7\.8\.10 for linux-x64/);
  for (const version of ['0.1', '../../evil/1.0.0', '1.0.0\n']) {
    const refused = await world.runAction({ version });
    assert.equal(refused.code, 2);
    assert.match(refused.commands[0].message, /input version is a release such as/);
  }
  assert.deepEqual(world.calls(), []);
});

test('latest without any release is built', async (t) => {
  const world = await makeWorld(t);
  const result = await world.runAction({ version: 'latest' });
  assert.equal(result.code, 1, result.log);
  assert.match(result.commands[0].message, /has no release, so hoglint is built/);
});

test('a host that fails is asked again; then the job ends and says so', async (t) => {
  const world = await makeWorld(t);
  await release(world, kVersion, 'linux-x64');
  world.stub.faults.push({ method: 'GET', path: 'checksums.txt', status: 503, times: 2 });
  assert.equal((await world.runAction()).code, 1);
  world.stub.faults.push({ method: 'GET', path: 'checksums.txt', status: 503, times: 99 });
  const result = await world.runAction({}, { env: { RUNNER_TOOL_CACHE: `${world.temp}/other` } });
  assert.equal(result.code, 2);
  assert.match(result.commands[0].message, /could not download .*status 503/);
});

test('uses: ./ takes the repository of the home page', async (t) => {
  const world = await makeWorld(t);
  const list = path.join(world.action, 'CMakeLists.txt');
  const text = readFileSync(list, 'utf8').replace(
    /^project\([^)]*\)/m,
    `project(hoglint VERSION ${kVersion}\n  HOMEPAGE_URL https://github.com/other/place LANGUAGES C)`,
  );
  writeFileSync(list, text);
  await world.runAction({}, { actionRepository: '' });
  assert.deepEqual(world.stub.requests, [
    `GET /other/place/releases/download/v${kVersion}/hoglint-${kVersion}-checksums.txt`,
  ]);
});

test('Windows and a binary that is none are told', async (t) => {
  const world = await makeWorld(t);
  const windows = await world.runAction({}, { env: { RUNNER_OS: 'Windows' } });
  assert.equal(windows.code, 2);
  assert.match(windows.commands[0].message, /does not run on Windows/);
  const none = await world.runAction({ binary: 'no/such' });
  assert.match(none.commands[0].message, /input binary: 'no\/such' is not a file/);
  assert.ok(!none.log.includes(kToken));
});
