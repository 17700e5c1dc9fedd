// Which commit a change is compared with, from real checkouts of a real repository: depth 1 must
// find what a whole clone finds.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { run } from './runner.mjs';
import { World, binary, git, kBad, kClean } from './world.mjs';

const kBadFile = 'migrations/0004_email.sql';
const kBadFinding = `drop-column ${kBadFile}:1`;

async function pullRequest(t, options = {}) {
  const world = await World.make(t, options);
  world.persistCredentials = options.persistCredentials;
  await world.pullRequest({ [kBadFile]: kBad, ...options.files });
  const whole = world.run.bind(world);
  world.run = (inputs) => whole({ comment: 'false', ...inputs });
  return world;
}

const isShallow = async (world) =>
  (await git(world.workspace, 'rev-parse', '--is-shallow-repository')) === 'true';

test('depth 1 of refs/pull/N/merge: the base is what it was merged into', async (t) => {
  const world = await pullRequest(t);
  assert.equal(await git(world.workspace, 'rev-list', '--count', 'HEAD'), '1');
  const result = await world.run();
  assert.ok(result.log.includes(`Base: ${world.pull.newer} `), result.log);
  assert.match(result.log, /Fetched the parents of/);
  assert.match(result.summary, /origin\/main/, 'by the name that people know');
  // Not the hazards of main's own migrations, neither the one before the pull request nor after.
  assert.deepEqual(World.findings(result), [kBadFinding]);
  // Only these: nothing of the history before.
  assert.equal(await git(world.workspace, 'rev-list', '--count', '--all'), '3');
});

test('an edited merged migration is found from depth 1 as from a whole clone', async (t) => {
  const edited =
    'CREATE TABLE users (id int PRIMARY KEY, name text, email text, phone text, x int);\n';
  const world = await pullRequest(t, { files: { 'migrations/0001_users.sql': edited } });
  const result = await world.run();
  const whole = path.join(world.temp, 'whole');
  await git(world.temp, 'clone', '--quiet', world.bare, whole);
  await git(whole, 'fetch', '--quiet', 'origin', world.event.ref);
  await git(whole, 'checkout', '--quiet', 'FETCH_HEAD');
  const { log } = await run(binary, ['check', '--format', 'json', '--base', world.pull.newer], {
    cwd: whole,
  });
  const there = JSON.parse(log).findings;
  const here = World.findings(result);
  assert.deepEqual(
    here,
    there.map((one) => `${one.rule} ${one.file}:${one.line}`),
  );
  assert.ok(
    here.some((finding) => finding.startsWith('merged-migration-edited ')),
    here.join(),
  );
});

test('the same over HTTP, with the login that actions/checkout persists', async (t) => {
  const world = await pullRequest(t, { http: true, needsLogin: true, persistCredentials: true });
  const result = await world.run();
  assert.deepEqual(World.findings(result), [kBadFinding], result.log);
});

test('persist-credentials: false: the fetch logs in with the input token', async (t) => {
  const world = await pullRequest(t, { http: true, needsLogin: true });
  const result = await world.run();
  assert.deepEqual(World.findings(result), [kBadFinding], result.log);
  const config = await git(world.workspace, 'config', '--list', '--local');
  assert.ok(!config.includes('extraheader'), 'and leaves no token behind');
});

test('a checkout that another user owns, as in a container', async (t) => {
  if (process.getuid() !== 0) return t.skip('SKIPPED: only root can give files away');
  const world = await pullRequest(t, { http: true, needsLogin: true });
  const { code, log } = await run('chown', ['-R', '65534:65534', world.workspace], {});
  assert.equal(code, 0, log);
  const result = await world.run();
  assert.deepEqual(World.findings(result), [kBadFinding], result.log);
});

test('no git checkout: an error; with all: true every migration is judged', async (t) => {
  const world = await pullRequest(t);
  rmSync(path.join(world.workspace, '.git'), { recursive: true });
  const result = await world.run();
  assert.equal(result.code, 2);
  assert.match(result.commands[0].message, /no git checkout/);
  const all = await world.run({ all: 'true' });
  assert.equal(World.findings(all).length, 3, all.log);
});

test('a push whose past is gone is an error, not a clean run', async (t) => {
  const world = await pullRequest(t);
  const result = await push(world, 'main', 'e'.repeat(40), world.pull.merge);
  assert.equal(result.code, 2);
  assert.match(result.commands[0].message, /could not be fetched.*Set input base/s);
  const noDefault = await push(world, 'feature', world.pull.base, world.pull.head, {
    repository: { default_branch: 'gone' },
  });
  assert.equal(noDefault.code, 2);
  assert.match(noDefault.commands[0].message, /default branch gone could not be fetched/);
});

test('a base that cannot be fetched is an error, not a clean run', async (t) => {
  const world = await pullRequest(t);
  await git(
    world.workspace,
    'remote',
    'set-url',
    'origin',
    'https://name:password@127.0.0.1:1/acme/shop',
  );
  const result = await world.run();
  assert.equal(result.code, 2);
  const [error] = result.commands;
  assert.equal(error.name, 'error');
  assert.match(error.message, /could not be fetched.*fetch-depth/s);
  assert.ok(!result.log.includes('password'));
});

test('a checkout of the head alone is deepened to the merge base', async (t) => {
  const world = await pullRequest(t);
  await world.checkout(world.pull.head, 'refs/heads/feature');
  const result = await world.run();
  assert.ok(result.log.includes(`Base: ${world.pull.newer} (main)`), result.log);
  assert.match(result.log, /Fetched up to 16 commits of either side/);
  assert.deepEqual(World.findings(result), [kBadFinding]);
});

test('a whole clone stays whole and nothing is fetched from the merge', async (t) => {
  const world = await pullRequest(t);
  await world.checkout(world.pull.merge, world.event.ref, 0);
  const result = await world.run();
  assert.doesNotMatch(result.log, /Fetched/);
  assert.deepEqual(World.findings(result), [kBadFinding]);
  assert.equal(await isShallow(world), false);
  // Nor by a branch that is named.
  await world.run({ base: 'main' });
  assert.equal(await isShallow(world), false);
});

test('pull_request_target checks out the base: said, not passed', async (t) => {
  const world = await pullRequest(t);
  world.event.name = 'pull_request_target';
  await world.checkout(world.pull.newer, 'refs/heads/main');
  const result = await world.run();
  assert.equal(result.code, 2);
  assert.match(result.commands[0].message, /nothing of the pull request is checked out/);
});

test('a merge group is compared with its base', async (t) => {
  const world = await pullRequest(t);
  const ref = 'refs/heads/gh-readonly-queue/main/pr-7-abc';
  await world.push(`${world.pull.merge}:${ref}`);
  await world.checkout(world.pull.merge, ref);
  world.event = {
    name: 'merge_group',
    ref,
    payload: { merge_group: { base_sha: world.pull.newer, head_sha: world.pull.merge } },
  };
  const result = await world.run({ comment: 'true' });
  assert.equal(result.code, 1, result.log);
  assert.deepEqual(World.findings(result), [kBadFinding]);
  assert.deepEqual(world.stub.requests, [], 'and there is nothing to comment on');
});

// An event of a push that made `after` out of `before`, and its checkout.
async function push(world, branch, before, after, more = {}) {
  const ref = `refs/heads/${branch}`;
  await world.push(`${after}:${ref}`);
  await world.checkout(after, ref);
  world.event = {
    name: 'push',
    ref,
    payload: { before, after, forced: false, repository: { default_branch: 'main' }, ...more },
  };
  return world.run();
}

test('a push to the default branch is compared with what was there', async (t) => {
  const world = await pullRequest(t);
  const result = await push(world, 'main', world.pull.newer, world.pull.merge);
  assert.deepEqual(World.findings(result), [kBadFinding], result.log);
  const forced = await push(world, 'main', world.pull.newer, world.pull.merge, { forced: true });
  assert.deepEqual(World.findings(forced), [kBadFinding], forced.log);
});

test('the second push of a branch does not hide what the first brought', async (t) => {
  const world = await pullRequest(t);
  await git(world.work, 'checkout', '--quiet', 'feature');
  const second = await world.commit({ 'README.md': 'more\n' });
  const result = await push(world, 'feature', world.pull.head, second);
  assert.deepEqual(World.findings(result), [kBadFinding], result.log);
  assert.match(result.log, /Base: [0-9a-f]{40} \(main\)/);
});

test('the push that creates the default branch, and a schedule, leave it to hoglint', async (t) => {
  const world = await pullRequest(t);
  const result = await push(world, 'main', '0'.repeat(40), world.pull.merge);
  assert.match(result.commands[0].message, /created main/);
  world.event = { name: 'schedule', ref: 'refs/heads/main', payload: {} };
  const schedule = await world.run();
  assert.match(schedule.commands[0].message, /Event schedule names no base/);
});

test('input base: a branch, a tag, a hash; none that there is not', async (t) => {
  const world = await pullRequest(t);
  await world.push(`${world.pull.base}:refs/tags/v1`);
  const bases = ['main', 'origin/main', 'refs/heads/main', 'v1', world.pull.newer];
  for (const base of bases) {
    await world.checkout(world.pull.head, 'refs/heads/feature');
    const result = await world.run({ base });
    assert.deepEqual(World.findings(result), [kBadFinding], `${base}: ${result.log}`);
  }
  for (const base of ['mian', '--upload-pack=touch x', 'f'.repeat(40)]) {
    const result = await world.run({ base });
    assert.equal(result.code, 2, base);
    assert.match(result.commands[0].message, /^input base: /);
  }
});

test('all: true judges the whole history and fetches nothing', async (t) => {
  const world = await pullRequest(t);
  const result = await world.run({ all: 'true' });
  assert.deepEqual(World.findings(result), [
    'drop-column migrations/0002_name.sql:1',
    'drop-column migrations/0003_phone.sql:1',
    kBadFinding,
  ]);
  assert.doesNotMatch(result.log, /Fetched/);
  const misspelled = await world.run({ all: 'yes' });
  assert.equal(misspelled.code, 2);
  assert.match(misspelled.commands[0].message, /input all is true or false, not 'yes'/);
});

test('several paths, a working directory, fail-on', async (t) => {
  const world = await pullRequest(t, {
    files: { 'billing/0001_a.sql': kClean, 'billing/0002_b.sql': 'CREATE ROLE boss SUPERUSER;\n' },
  });
  const both = await world.run({ path: ' migrations \n\n  billing' });
  assert.deepEqual(
    World.findings(both).map((finding) => finding.split(' ')[1]),
    [`${kBadFile}:1`, 'billing/0002_b.sql:1'],
  );
  const one = await world.run({ 'working-directory': 'billing', path: '.' });
  assert.deepEqual(
    World.findings(one).map((finding) => finding.split(' ')[1]),
    ['billing/0002_b.sql:1'],
    'relative to the root of the repository',
  );
  const off = await world.run({ path: 'migrations', 'fail-on': 'off', comment: 'true' });
  assert.equal(off.code, 0);
  assert.equal(off.outputs.conclusion, 'success');
  assert.equal(off.outputs.errors, '1');
  assert.match(world.ownComments()[0].body, /1 error/, 'what does not fail is still told');
  const none = await world.run({ 'working-directory': 'no/such' });
  assert.equal(none.code, 2);
});
