// A simulated runner: reads action.yml and runs its steps as written, in bash, with the files and
// variables that GitHub's runner gives (its documentation on variables, workflow commands and
// metadata syntax). What GitHub would refuse is an error here.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { condition, interpolate } from './expressions.mjs';

export const source = process.env.HOGLINT_SOURCE_DIR;
export const tools = createRequire(path.join(source, '.deps/action_tools/node_modules/x.cjs'));
export const parseYaml = tools('yaml').parse;

const kStepKeys = ['id', 'name', 'if', 'shell', 'env', 'run'];
const kLongestSummary = 1024 * 1024;

// Runs a program; resolves to {code, log}, where log has both streams as they came.
export function run(program, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let log = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (log += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (log += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, log }));
  });
}

const kUnescape = { '%25': '%', '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',' };
const unescaped = (text) => text.replace(/%(25|0D|0A|3A|2C)/g, (code) => kUnescape[code]);

// The workflow commands of a log, as the runner would carry them out.
export function commandsOf(log) {
  const list = [];
  let stopped = null;
  for (const line of log.split(/\r?\n/)) {
    const match = /^\s*::([\w-]+)(?: ([^:]*))?::(.*)$/.exec(line);
    if (stopped !== null) {
      if (match?.[1] === stopped) stopped = null;
      continue;
    }
    if (match === null) {
      if (line.includes('##[')) throw new Error(`a command of the old kind: ${line}`);
      continue;
    }
    const [, name, properties = '', message] = match;
    if (name === 'stop-commands') {
      stopped = message;
      continue;
    }
    if (!['error', 'warning', 'notice'].includes(name)) throw new Error(`command ${name}: ${line}`);
    const pairs = properties
      .split(',')
      .filter((pair) => pair !== '')
      .map((pair) => pair.split('='));
    list.push({
      name,
      message: unescaped(message),
      ...Object.fromEntries(pairs.map(([key, value]) => [key, unescaped(value)])),
    });
  }
  if (stopped !== null) throw new Error('commands were stopped and not resumed');
  return list;
}

// The file of GITHUB_OUTPUT: NAME=VALUE, or NAME<<DELIMITER, lines, DELIMITER.
export function parseOutputs(text) {
  const outputs = {};
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; ++i) {
    if (lines[i] === '' && i === lines.length - 1) break;
    const match = /^([^=<]+)(?:=(.*)|<<(.+))$/.exec(lines[i]);
    if (match === null) throw new Error(`not an output: ${JSON.stringify(lines[i])}`);
    const [, name, value, delimiter] = match;
    if (name in outputs) throw new Error(`output ${name} is set twice`);
    if (delimiter === undefined) {
      outputs[name] = value;
      continue;
    }
    const end = lines.indexOf(delimiter, i + 1);
    if (end < 0) throw new Error(`no ${delimiter}`);
    outputs[name] = lines.slice(i + 1, end).join('\n');
    i = end;
  }
  return outputs;
}

function inputsOf(action, given) {
  const inputs = {};
  for (const key of Object.keys(given)) {
    if (!(key in action.inputs)) throw new Error(`action.yml has no input ${key}`);
  }
  return [
    inputs,
    (contexts) => {
      for (const [key, input] of Object.entries(action.inputs)) {
        inputs[key] =
          key in given ? String(given[key]) : interpolate(input.default ?? '', contexts, {});
      }
    },
  ];
}

// Runs the action in `workspace`. job: {workspace, temp, inputs, event: {name, ref, baseRef,
// payload}, url (of the stub), repository, token, actionPath, env}. Resolves to {conclusion, log, commands,
// summary, outputs, steps}.
export async function runAction(job) {
  const actionPath = job.actionPath ?? source;
  const action = parseYaml(readFileSync(path.join(actionPath, 'action.yml'), 'utf8'));
  if (action.runs.using !== 'composite') throw new Error('not a composite action');
  const temp = mkdtempSync(path.join(job.temp, 'runner-'));
  const eventFile = path.join(temp, 'event.json');
  writeFileSync(eventFile, JSON.stringify(job.event.payload));
  mkdirSync(path.join(temp, 'home'));

  const github = {
    token: job.token,
    event: job.event.payload,
    action_repository: job.actionRepository ?? null,
    action_path: actionPath,
  };
  const [inputs, fill] = inputsOf(action, job.inputs ?? {});
  const contexts = { github, inputs, steps: {} };
  fill(contexts);

  // Nothing of this machine's environment but where programs are and, for the preset asan, which
  // leaks are libgit2's.
  const { LSAN_OPTIONS } = process.env;
  const variables = {
    PATH: job.path ?? process.env.PATH,
    ...(LSAN_OPTIONS && { LSAN_OPTIONS }),
    HOME: path.join(temp, 'home'),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION_PATH: actionPath,
    GITHUB_API_URL: `${job.url}/api`,
    GITHUB_BASE_REF: job.event.baseRef ?? '',
    GITHUB_EVENT_NAME: job.event.name,
    GITHUB_EVENT_PATH: eventFile,
    GITHUB_REF: job.event.ref,
    GITHUB_REPOSITORY: job.repository,
    GITHUB_RUN_ID: '4711',
    GITHUB_SERVER_URL: job.url,
    GITHUB_WORKSPACE: job.workspace,
    RUNNER_ARCH: 'X64',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: path.join(job.temp, 'tool-cache'),
    HOGLINT_RETRY_DELAY: '0',
    ...job.env,
  };

  const status = { success: true, cancelled: false };
  const result = { log: '', summary: '', steps: [] };
  for (const [index, step] of action.runs.steps.entries()) {
    const unknown = Object.keys(step).filter((key) => !kStepKeys.includes(key));
    if (unknown.length > 0) throw new Error(`the simulated runner knows no ${unknown} in a step`);
    if (step.shell !== 'bash') throw new Error('a step of a composite action needs a shell');
    if (step.id !== undefined) contexts.steps[step.id] = { outputs: {} };
    if (!condition(step.if, contexts, status)) continue;

    const files = {};
    for (const name of ['OUTPUT', 'ENV', 'PATH', 'STEP_SUMMARY', 'STATE']) {
      files[`GITHUB_${name}`] = path.join(temp, `${name}-${index}`);
      writeFileSync(files[`GITHUB_${name}`], '');
    }
    const env = { ...variables, ...files };
    for (const [key, value] of Object.entries(step.env ?? {})) {
      env[key] = interpolate(value, contexts, status);
    }
    const script = path.join(temp, `step-${index}.sh`);
    writeFileSync(script, interpolate(step.run, contexts, status));
    const { code, log } = await run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
      cwd: job.workspace,
      env,
    });
    const read = (name) => readFileSync(files[`GITHUB_${name}`], 'utf8');
    const outputs = parseOutputs(read('OUTPUT'));
    if (step.id !== undefined) contexts.steps[step.id].outputs = outputs;
    for (const name of ['ENV', 'PATH']) {
      if (read(name) !== '') throw new Error(`a step writes to GITHUB_${name}`);
    }
    if (Buffer.byteLength(read('STEP_SUMMARY')) > kLongestSummary)
      throw new Error('summary too long');
    result.summary += read('STEP_SUMMARY');
    result.log += log;
    result.steps.push({ name: step.name, code, log, env });
    if (code !== 0) {
      status.success = false;
      result.code ??= code;
    }
  }
  result.code ??= 0;
  result.commands = commandsOf(result.log);
  result.outputs = {};
  for (const [key, output] of Object.entries(action.outputs)) {
    result.outputs[key] = interpolate(output.value, contexts, status);
  }
  if (job.token !== '' && result.log.includes(job.token))
    throw new Error('the token is in the log');
  return result;
}
