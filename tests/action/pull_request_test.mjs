// What a pull request shows: the verdict, the annotations, the summary, the outputs, one comment.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { World, kBad, kClean, kMarker, kToken } from './world.mjs';

const kBadFile = 'migrations/0004_email.sql';
const kBadFinding = `drop-column ${kBadFile}:1`;

async function badPullRequest(t, options) {
  const world = await World.make(t, options);
  await world.pullRequest({ [kBadFile]: kBad });
  return world;
}

test('a clean pull request gets a summary and no comment', async (t) => {
  const world = await World.make(t);
  await world.pullRequest({ 'migrations/0004_orders.sql': kClean });
  const result = await world.run();
  assert.equal(result.code, 0, result.log);
  assert.deepEqual(World.findings(result), []);
  assert.deepEqual(result.commands, []);
  assert.match(result.summary, /nothing found/i);
  assert.equal(result.outputs.conclusion, 'success');
  assert.deepEqual(
    [result.outputs.errors, result.outputs.warnings, result.outputs.notes],
    ['0', '0', '0'],
  );
  assert.equal(result.outputs.sarif, '');
  assert.deepEqual(world.stub.comments, []);
  assert.deepEqual(world.stub.requests, [
    'GET /repos/acme/shop/issues/7/comments?per_page=100&page=1',
  ]);
});

test('an error fails the job, after annotation, summary, outputs and comment', async (t) => {
  const world = await badPullRequest(t);
  const result = await world.run();
  assert.equal(result.code, 1, result.log);
  assert.deepEqual(World.findings(result), [kBadFinding]);
  assert.deepEqual(
    result.steps.map((step) => step.code),
    [0, 0, 0, 0, 1],
  );
  const [annotation, ...rest] = result.commands;
  assert.deepEqual(rest, []);
  assert.equal(annotation.name, 'error');
  assert.equal(annotation.file, kBadFile);
  assert.equal(annotation.line, '1');
  assert.match(annotation.message, /drops column email of users/);
  assert.match(result.summary, /drops column email of users/);
  assert.equal(result.outputs.conclusion, 'failure');
  assert.equal(result.outputs.errors, '1');
  assert.ok(existsSync(result.outputs.markdown));
  const [comment] = world.ownComments();
  assert.equal(comment.body.split('\n')[0], kMarker);
  assert.match(comment.body, /drops column email of users/);
  assert.ok(comment.body.includes(`For commit ${world.pull.head.slice(0, 12)}`));
  assert.ok(comment.body.includes('/acme/shop/actions/runs/4711'));
});

test('the second push updates the comment, on whichever page, and a fix makes it all clear', async (t) => {
  const world = await badPullRequest(t);
  world.stub.pageSize = 2;
  for (let i = 0; i < 3; ++i) world.stub.addComment({ login: 'ann', type: 'User' }, `hello ${i}`);
  // Not ours: somebody's who quotes the marker, and another bot's that has it further down.
  const copied = world.stub.addComment({ login: 'eve', type: 'User' }, `${kMarker}\n### all clear`);
  const other = world.stub.addComment({ login: 'x[bot]', type: 'Bot' }, `see:\n${kMarker}`);
  await world.run();
  assert.equal(world.stub.comments.length, 6);
  const own = world.stub.comments[5];
  world.stub.requests.length = 0;

  await world.pushToPullRequest({ 'migrations/0005_users.sql': 'DROP TABLE users;\n' });
  const second = await world.run();
  assert.equal(second.code, 1);
  assert.equal(world.stub.comments.length, 6);
  assert.match(own.body, /drops table users/);
  assert.deepEqual(
    world.stub.requests.map((request) => request.replace(/.*issues/, '')),
    [
      '/7/comments?per_page=100&page=1',
      '/7/comments?per_page=100&page=2',
      '/7/comments?per_page=100&page=3',
      `/comments/${own.id}`,
    ],
  );

  await world.pushToPullRequest({ [kBadFile]: null, 'migrations/0005_users.sql': kClean });
  const third = await world.run();
  assert.equal(third.code, 0, third.log);
  assert.match(own.body, /nothing found/i);
  assert.equal(world.stub.comments.length, 6);
  assert.equal(copied.body, `${kMarker}\n### all clear`);
  assert.equal(other.body, `see:\n${kMarker}`);
});

test('two comments of two jobs that ran at once become one', async (t) => {
  const world = await badPullRequest(t);
  const first = world.stub.addComment(world.stub.self, `${kMarker}\nold`);
  world.stub.addComment(world.stub.self, `${kMarker}\nold`);
  await world.run();
  assert.deepEqual(
    world.stub.comments.map((comment) => comment.id),
    [first.id],
  );
  assert.match(first.body, /drops column/);
});

test('a name tells the comments of two jobs apart', async (t) => {
  const world = await badPullRequest(t);
  const other = world.stub.addComment(world.stub.self, `${kMarker}\nof another job`);
  await world.run({ 'comment-name': 'billing' });
  await world.run({ 'comment-name': 'billing' });
  assert.equal(world.stub.comments.length, 2);
  assert.equal(other.body, `${kMarker}\nof another job`);
  assert.match(world.stub.comments[1].body, /^<!-- hoglint billing -->\n### .*1 error/);
  const refused = await world.run({ 'comment-name': 'x --> **forged**' });
  assert.match(refused.commands.at(-1).message, /comment-name has other characters/);
  assert.equal(world.stub.comments.length, 2);
});

test("a personal token finds its own comment, not a bot's", async (t) => {
  const world = await badPullRequest(t, { token: 'ghp_personal' });
  world.token = 'ghp_personal';
  world.stub.self = { login: 'release-user', type: 'User' };
  const bots = world.stub.addComment({ login: 'b[bot]', type: 'Bot' }, `${kMarker}\nof a bot`);
  const own = world.stub.addComment(world.stub.self, `${kMarker}\nold`);
  await world.run();
  assert.match(own.body, /drops column/);
  assert.equal(bots.body, `${kMarker}\nof a bot`);
  assert.ok(world.stub.requests.includes('GET /user'));
});

test('the read-only token of a fork leaves the summary, a notice, and the verdict', async (t) => {
  const world = await badPullRequest(t);
  world.stub.faults.push({ method: 'POST', path: '/comments', status: 403, times: 9 });
  const result = await world.run();
  assert.equal(result.code, 1);
  assert.deepEqual(
    result.commands.map((command) => command.name),
    ['error', 'notice'],
  );
  assert.match(result.commands[1].message, /fork/);
  assert.match(result.summary, /drops column email/);
  assert.equal(world.stub.requests.filter((request) => request.startsWith('POST')).length, 1);

  await world.pushToPullRequest({ [kBadFile]: kClean });
  world.stub.faults.push({ method: 'GET', path: '/comments', status: 404, times: 9 });
  const clean = await world.run();
  assert.equal(clean.code, 0);
  assert.deepEqual(
    clean.commands.map((command) => command.name),
    ['notice'],
  );
});

test('a failing API is asked again, a few times, and never makes a second comment', async (t) => {
  const world = await badPullRequest(t);
  world.stub.faults.push(
    { method: 'GET', path: '/comments', status: 502, times: 1 },
    { method: 'POST', path: '/comments', status: 502, times: 1, carriedOut: true },
  );
  await world.run();
  assert.equal(world.ownComments().length, 1);

  world.stub.requests.length = 0;
  world.stub.faults.push({ method: 'GET', path: '/comments', status: 503, times: 99 });
  const result = await world.run();
  assert.equal(result.code, 1);
  assert.equal(world.stub.requests.length, 4);
  assert.deepEqual(
    result.commands.map((command) => command.name),
    ['error', 'warning'],
  );
});

test('without Node.js there is a notice instead of a comment', async (t) => {
  const world = await badPullRequest(t);
  const programs = path.join(world.temp, 'programs');
  mkdirSync(programs);
  for (const name of [
    'awk',
    'base64',
    'bash',
    'cat',
    'dirname',
    'basename',
    'git',
    'head',
    'mkdir',
    'mktemp',
    'mv',
    'od',
    'rm',
    'sed',
    'tr',
    'wc',
  ]) {
    const folder = process.env.PATH.split(':').find((one) => existsSync(path.join(one, name)));
    symlinkSync(path.join(folder, name), path.join(programs, name));
  }
  const result = await world.run({}, { path: programs });
  assert.equal(result.code, 1, result.log);
  assert.match(result.commands.at(-1).message, /Node.js is not installed/);
  assert.deepEqual(world.stub.requests, []);
});

test('comment: false asks GitHub nothing', async (t) => {
  const world = await badPullRequest(t);
  const result = await world.run({ comment: 'false' });
  assert.equal(result.code, 1);
  assert.deepEqual(world.stub.requests, []);
});

test('hoglint that could not check fails with 2 and says so everywhere', async (t) => {
  const world = await badPullRequest(t);
  const own = world.stub.addComment(world.stub.self, `${kMarker}\n### nothing found`);
  const result = await world.run({ config: 'no-such.json' });
  assert.equal(result.code, 2);
  assert.equal(result.outputs.conclusion, 'error');
  assert.deepEqual([result.outputs.errors, result.outputs.json], ['', '']);
  assert.match(result.log, /no-such\.json/);
  assert.equal(result.commands[0].name, 'error');
  assert.match(result.summary, /could not check[^]*no-such\.json/);
  assert.match(own.body, /could not check[^]*no-such\.json/);
});

test('the token is on no command line and in no report', async (t) => {
  const world = await badPullRequest(t);
  const result = await world.run();
  for (const step of result.steps) {
    const holders = Object.entries(step.env).filter(([, value]) => value.includes(kToken));
    assert.ok(
      holders.every(([key]) => key === 'HOGLINT_TOKEN'),
      step.name,
    );
    if (step.name === 'Lint') assert.deepEqual(holders, [], 'hoglint itself gets no token');
  }
  assert.ok(!readFileSync(result.outputs.json, 'utf8').includes(kToken));
});
