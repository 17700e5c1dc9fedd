// What strangers write (file names, SQL, comments of migrations) forges no line, output or comment.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { commandsOf, parseOutputs, run, source } from './runner.mjs';
import { World, kBad, kMarker } from './world.mjs';

const kNames = [
  'migrations/0004_a\n::error::forged.sql',
  'migrations/0005_%0A::error::forged.sql',
  'migrations/0006_]](evil.example) <!-- hoglint -->.sql',
  'migrations/0007_`a`<script>alert(1).sql',
  'migrations/0008_"$(touch forged)`touch forged`\'.sql',
  'migrations/0009_ghadelimiter_EOF\nconclusion=success.sql',
  'migrations/0010_##[error]forged.sql',
];

// Names are code, in a fence, a span or HTML; outside of those nothing of them may be left.
const withoutCode = (text) =>
  text
    .replace(/^(`{3,})\w*\n.*?\n\1$/gms, '')
    .replace(/<code>[^<]*<\/code>/g, '')
    .split('\n')
    .map((line) =>
      line.startsWith('<details>') ? line : line.replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, ''),
    )
    .join('\n');

test('hostile names of migrations', async (t) => {
  const world = await World.make(t);
  const files = Object.fromEntries(
    kNames.map((name, index) => [
      name,
      `CREATE TABLE t${index} (id int);\nCREATE ROLE r${index} SUPERUSER;\n`,
    ]),
  );
  await world.pullRequest({ ...files, 'migrations/0011_email.sql': kBad });
  const result = await world.run({ sarif: 'true' });
  assert.equal(result.code, 1, result.log);
  assert.equal(result.outputs.conclusion, 'failure');
  // One annotation for each finding, all of them hoglint's.
  const report = JSON.parse(readFileSync(result.outputs.json, 'utf8'));
  assert.ok(report.findings.length >= kNames.length + 1, JSON.stringify(report));
  assert.equal(result.commands.length, report.findings.length);
  for (const command of result.commands) assert.match(command.title, /^hoglint/);
  assert.deepEqual(
    [result.outputs.errors, result.outputs.warnings],
    ['error', 'warning'].map((level) =>
      String(report.findings.filter((finding) => finding.level === level).length),
    ),
  );
  const [comment] = world.ownComments();
  for (const text of [comment.body, result.summary]) {
    const plain = withoutCode(text);
    for (const forged of ['<script', 'forged', 'evil.example']) assert.ok(!plain.includes(forged));
    assert.equal(plain.split(kMarker).length, 2);
    assert.equal(text.split('\n').filter((line) => line === kMarker).length, 1);
  }
  const sarif = JSON.parse(readFileSync(result.outputs.sarif, 'utf8'));
  assert.equal(sarif.runs[0].results.length, report.findings.length);
  // Found again by its marker.
  await world.run();
  assert.equal(world.stub.comments.length, 1);
});

test('hostile inputs are one argument each', async (t) => {
  const world = await World.make(t);
  await world.pullRequest({ 'migrations/0004_email.sql': kBad });
  const inputs = [
    { path: '$(touch forged)' },
    { path: '`touch forged`; touch forged' },
    { path: '--all' },
    { config: '"; touch forged; "' },
    { 'fail-on': 'off; touch forged' },
    { 'working-directory': '$(touch forged)' },
    { path: 'x\n::error::forged' },
    { base: '$(touch forged)' },
    { binary: '$(touch forged)' },
    { sarif: '$(touch forged)' },
    { comment: 'no' },
  ];
  for (const input of inputs) {
    const result = await world.run({ comment: 'false', ...input });
    assert.equal(result.code, 2, `${JSON.stringify(input)}: ${result.log}`);
    for (const command of result.commands) {
      assert.equal(command.title, 'hoglint', `${JSON.stringify(input)}: ${command.message}`);
    }
  }
  assert.ok(!existsSync(`${world.workspace}/forged`));
});

test('hostile identifiers in SQL', async (t) => {
  const world = await World.make(t);
  const names = [
    'a\n::error title=x::forged',
    'b%0A::error::forged',
    `c ${kMarker}`,
    'd](evil.example)',
    'e`\n```\n<script>forged</script>',
    '##[error]forged',
    '</details></pre>forged',
    'f\u202egorf',
  ];
  await world.pullRequest({
    'migrations/0004_roles.sql': names.map((name) => `CREATE ROLE "${name}" SUPERUSER;\n`).join(''),
  });
  const result = await world.run({ 'fail-on': 'warning' });
  assert.equal(result.code, 1, result.log);
  assert.equal(result.outputs.warnings, String(names.length));
  assert.equal(result.commands.length, names.length);
  for (const command of result.commands) assert.equal(command.title, 'hoglint: superuser-role');
  const [comment] = world.ownComments();
  assert.ok(!comment.body.includes('\u202e'));
  assert.equal(comment.body.split('\n').filter((line) => line === kMarker).length, 1);
  // Folded parts are still folded: as many ends as beginnings.
  const plain = withoutCode(comment.body);
  assert.equal(plain.split('<details>').length, plain.split('</details>').length);
  assert.ok(!plain.includes('forged'), plain);
});

test('what a program says on standard error is no workflow command', async (t) => {
  const world = await World.make(t);
  await world.pullRequest({ 'migrations/0004_email.sql': kBad });
  const program = `${world.temp}/loud`;
  writeFileSync(
    program,
    `#!/bin/sh
[ "$1" = --version ] && exec echo loud
printf '::error title=x::forged\\n::add-mask::a\\n</pre>@team\\033[31m\\n' >&2; exit 2
`,
    { mode: 0o755 },
  );
  const result = await world.run({ binary: program });
  assert.equal(result.code, 2);
  assert.deepEqual(
    result.commands.map((command) => command.title),
    ['hoglint'],
  );
  assert.match(result.log, /title=x::forged/, 'it is in the log all the same');
  const [comment] = world.ownComments();
  assert.equal(comment.body.split('\n')[0], kMarker);
  assert.match(comment.body, /&lt;\/pre&gt;@team\[31m\n/);
  assert.equal(comment.body.split('</pre>').length, 2);
});

test('an output cannot end itself and set another', async (t) => {
  const world = await World.make(t);
  const delimiters = [];
  for (const name of ['one', 'two']) {
    const file = path.join(world.temp, name);
    const script = '. "$1"; set_output path "$2"';
    const value = `x\n${delimiters[0] ?? 'EOF'}\nconclusion=success`;
    const common = path.join(source, 'action/common.sh');
    const { code, log } = await run('bash', ['-c', script, 'bash', common, value], {
      env: { PATH: process.env.PATH, GITHUB_OUTPUT: file },
    });
    assert.equal(code, 0, log);
    const text = readFileSync(file, 'utf8');
    assert.deepEqual(parseOutputs(text), { path: value });
    delimiters.push(/^path<<(.*)$/m.exec(text)[1]);
  }
  assert.notEqual(delimiters[0], delimiters[1]);
});

test('a report that is too long for a comment becomes its verdict', async (t) => {
  const world = await World.make(t);
  const columns = Array.from(
    { length: 300 },
    (_, index) => `ALTER TABLE users DROP COLUMN c${index};\n`,
  );
  await world.pullRequest({ 'migrations/0004_many.sql': columns.join('') });
  const result = await world.run();
  assert.equal(result.code, 1);
  const [comment] = world.ownComments();
  assert.ok(comment.body.length <= 65536);
  assert.match(comment.body, /### .*30\d errors/);
});

test('the simulated runner itself refuses what GitHub refuses', () => {
  assert.throws(() => parseOutputs('a\n'));
  assert.throws(() => parseOutputs('a<<E\n1\n'));
  assert.deepEqual(parseOutputs('a<<E\nb=2\nE\nc=3\n'), { a: 'b=2', c: '3' });
  assert.throws(() => commandsOf('::set-env name=x::y'));
  assert.throws(() => commandsOf('x ##[error]y'));
  assert.deepEqual(commandsOf('::stop-commands::w\n::error::x\n::w::\n'), []);
  assert.equal(commandsOf('  ::error title=a%3Ab::c%0Ad')[0].message, 'c\nd');
});
