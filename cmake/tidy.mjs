#!/usr/bin/env node
// clang-tidy over the program's sources, as many at once as there are processors.
//
//   node cmake/tidy.mjs BUILD_FOLDER CONFIG_FILE
//
// A file that passed is looked at again when something changes that the answer depends on: the file, a
// header of the project that it includes, the checks, the compiler's flags, what fetches dependencies, or
// any installed package. What passed is remembered by content, as names of empty files in
// $XDG_CACHE_HOME/hoglint/tidy (or ~/.cache/...), so that it holds for every clone on a machine. Where no
// dpkg tells what is installed, nothing is remembered.
import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync,
} from 'node:fs';
import { availableParallelism, homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const [buildFolder, configFile] = process.argv.slice(2).map((name) => resolve(name));
const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'hoglint', 'tidy');
const forgottenAfter = 30 * 24 * 3600 * 1000; // ms since an answer was last of use

const hashOf = (text) => createHash('sha256').update(text).digest('hex');

// The hash of what all files share; absent when it cannot be known.
function environment() {
  const installed = spawnSync('dpkg-query', ['-W'], { encoding: 'utf8', maxBuffer: 64 << 20 });
  if (installed.status !== 0) return undefined;
  const fetchers = readdirSync(join(root, 'cmake/deps')).sort()
    .filter((name) => name.endsWith('.sh'))
    .map((name) => readFileSync(join(root, 'cmake/deps', name), 'utf8'));
  return hashOf([installed.stdout, readFileSync(configFile, 'utf8'), ...fetchers].join('\0'));
}

// The file's text and the names in its #include "...", read once.
const files = new Map();
function read(name) {
  if (!files.has(name)) {
    const text = readFileSync(join(root, name), 'utf8');
    const includes = [...text.matchAll(/^\s*#\s*include\s*"([^"]+)"/gm)]
      .map(([, wanted]) => [wanted, join(dirname(name), wanted)].find((path) => existsSync(join(root, path))))
      .filter((path) => path !== undefined);
    files.set(name, { hash: hashOf(text), includes });
  }
  return files.get(name);
}

// The hash of a source and of the project's headers that it includes, directly or not.
function contentOf(source) {
  const seen = new Set([source]);
  for (const name of seen) read(name).includes.forEach((each) => seen.add(each));
  return hashOf([...seen].sort().map((name) => `${name} ${read(name).hash}`).join('\n'));
}

// The program's sources, each with the name that its passing is remembered under.
function sources() {
  const shared = environment();
  return JSON.parse(readFileSync(join(buildFolder, 'compile_commands.json'), 'utf8'))
    .map(({ file, command }) => ({ name: file.slice(root.length + 1), command: command.replaceAll(root, '.') }))
    .filter(({ name }) => /^(lint|rules|checker)\//.test(name))
    .map(({ name, command }) => ({
      name, passed: shared && join(cache, hashOf([shared, command, contentOf(name)].join('\0'))),
    }));
}

function passedBefore({ passed }) {
  if (!passed || !existsSync(passed)) return false;
  utimesSync(passed, new Date(), new Date());
  return true;
}

function look({ name, passed }) {
  const words = ['-p', buildFolder, '--quiet', `--config-file=${configFile}`, name];
  return new Promise((done) => {
    execFile('clang-tidy', words, { cwd: root, maxBuffer: 64 << 20 }, (error, out, err) => {
      if (error) console.error(`${out}${err}${error.code === 'ENOENT' ? 'clang-tidy is not installed\n' : ''}`);
      else if (passed) writeFileSync(passed, '');
      done(!error);
    });
  });
}

function forgetOld() {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    if (Date.now() - statSync(path).mtimeMs > forgottenAfter) rmSync(path, { force: true });
  }
}

mkdirSync(cache, { recursive: true });
forgetOld();
const all = sources();
const waiting = all.filter((source) => !passedBefore(source));
console.error(`clang-tidy: ${waiting.length} of ${all.length} files, the others passed before as they are`);
let failed = 0;
await Promise.all(Array.from({ length: availableParallelism() }, async () => {
  while (waiting.length > 0) if (!(await look(waiting.shift()))) ++failed;
}));
if (failed > 0) console.error(`clang-tidy: ${failed} files did not pass`);
process.exitCode = failed > 0 ? 1 : 0;
