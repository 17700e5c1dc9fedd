// Mutation testing of rules/: changes one condition, constant or statement at a time and looks
// whether a test notices. See docs/design/testing.md.
//
//   ./dev mutate [RULE...]             all mutants of these rules, or of all
//
// Options: --build FOLDER (default build/dev, which must have the targets unit_tests and
// mutation_runner), --show prints what killed each mutant as well, --own runs only the fixtures of
// the rules' own folders, which is faster, --every N takes every Nth mutant as a sample, --equivalent
// FILE takes another list than equivalent.txt.
//
// Every rule is compiled once, with all its mutants in it, and linked with what the build made of
// everything else; mutation_main.cc runs the tests. Mutants that cannot be told from the original
// are listed, with the reason, in equivalent.txt. Exit code 1: less than 70 % are killed, or that
// list is wrong.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { blank, changesOf, mutated } from './mutants.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const floor = 70; // percent, over all rules; the aim is 90
const idsPerRule = 1000;
// Tests of other things than what rules find, which are slow or start programs of their own.
const leftOut = ['*Docs*', '*Precision*', '*Corpora*', '*Corpus*', '*Html*', '*Schemas*', '*Validation*', 'Forgery*', 'Completion*',
  'Journal.*', 'JournalTest.*', 'History*', 'Base.*', 'Open.*', 'OddFiles.*', 'Hostile*', 'Process*', 'Init*', 'Fingerprint*',
  '*Plan*', 'SyntaxTree*', 'SplitShell*', 'IgnorePatterns*', 'Baseline*', 'ConfigSchema*', 'DrizzleFolder*', '*CommandLineTest.ALong*'];
const say = (text) => process.stderr.write(`mutate: ${text}\n`);

function parseArguments(words) {
  const options = { build: path.join(root, 'build/dev'), rules: [], show: false, own: false, every: 1, equivalent: path.join(here, 'equivalent.txt') };
  for (let i = 0; i < words.length; i++) {
    if (words[i] === '--build') options.build = path.resolve(words[++i]);
    else if (words[i] === '--every') options.every = Math.max(1, Number(words[++i]));
    else if (words[i] === '--equivalent') options.equivalent = path.resolve(words[++i]);
    else if (['--show', '--own'].includes(words[i])) options[words[i].slice(2)] = true;
    else if (words[i].startsWith('--')) throw new Error(`no option ${words[i]}`);
    else options.rules.push(words[i].replaceAll('-', '_'));
  }
  return options;
}

// A rule with its mutants: all of its file but the texts at the end.
function readRule(name, firstId) {
  const source = fs.readFileSync(path.join(root, 'rules', `${name}.cc`), 'utf8');
  const code = blank(source);
  const table = code.indexOf('\nextern const Rule');
  const changes = changesOf(table < 0 ? code : code.slice(0, table));
  if (changes.length > idsPerRule) throw new Error(`rules/${name}.cc has too many mutants`);
  const seen = new Map();
  const mutants = changes.map((change, index) => {
    const from = change.shown ?? change.begin;
    const line = source.slice(0, change.begin).split('\n').length;
    const text = source.slice(from, change.shownEnd ?? change.end).replace(/\s+/g, ' ').trim();
    const name0 = `${name}: ${change.kind}: ${text}`;
    const count = (seen.get(name0) ?? 0) + 1;
    seen.set(name0, count);
    return { id: firstId + index, rule: name, line, kind: change.kind, text, name: count > 1 ? `${name0} (${count})` : name0 };
  });
  return { name, text: mutated(source, changes, firstId), mutants };
}

async function pool(jobs, run) {
  const waiting = [...jobs];
  const worker = async () => {
    while (waiting.length > 0) await run(waiting.shift());
  };
  await Promise.all(Array.from({ length: os.cpus().length }, worker));
}

function start(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (data) => (errors = (errors + data).slice(0, 6000)));
    child.on('close', (code) => resolve({ code, errors }));
  });
}

// The build's own commands for the rules, by name.
function compileCommands(build) {
  const entries = JSON.parse(fs.readFileSync(path.join(build, 'compile_commands.json'), 'utf8'));
  const rules = entries.filter((entry) => path.dirname(entry.file) === path.join(root, 'rules'));
  return new Map(rules.map((entry) => [path.basename(entry.file, '.cc'), entry]));
}

const hashOf = (...parts) => createHash('sha256').update(parts.join('\n')).digest('hex');

// Runs the compiler of that entry of the build's on another source.
async function compiler(entry, source, output, extra) {
  const words = entry.command.split(' ').filter((word) => word !== entry.file && path.basename(word) !== 'ccache');
  words.splice(words.indexOf('-o'), 2);
  words.splice(words.indexOf('-c'), 1);
  const command = [...words, '-O0', '-g0', '-w', '-D_GLIBCXX_ASSERTIONS', ...extra, '-o', output, source].join(' ');
  return start('sh', ['-c', `cd '${entry.directory}' && ${command}`]);
}

// All headers of the rules, compiled in advance unless they were before. Gives a hash of what they
// say, by which an object that is still good is known.
async function precompile(entry, sources) {
  const header = path.join(sources, 'all.h');
  const includes = new Set(['#include "tests/mutation/mutant.h"']);
  for (const name of fs.readdirSync(path.join(root, 'rules')).filter((each) => each.endsWith('.cc'))) {
    const text = fs.readFileSync(path.join(root, 'rules', name), 'utf8');
    for (const [line] of text.matchAll(/^#include .*$/gm)) includes.add(line);
  }
  fs.writeFileSync(header, `${[...includes].sort().join('\n')}\n`);
  const preprocessed = `${header}.i`;
  const read = await compiler(entry, header, preprocessed, ['-E', '-x', 'c++-header']);
  if (read.code !== 0) throw new Error(`the headers of the rules cannot be read:\n${read.errors}`);
  const hash = hashOf(fs.readFileSync(preprocessed, 'utf8'), entry.command.replaceAll(path.basename(entry.file, '.cc'), ''));
  fs.rmSync(preprocessed);
  const [compiled, key] = [`${header}.gch`, `${header}.key`];
  if (fs.existsSync(compiled) && fs.existsSync(key) && fs.readFileSync(key, 'utf8') === hash) return hash;
  const { code, errors } = await compiler(entry, header, compiled, ['-c', '-x', 'c++-header']);
  if (code !== 0) throw new Error(`the headers of the rules do not compile:\n${errors}`);
  fs.writeFileSync(key, hash);
  return hash;
}

async function compile(rule, entry, sources, headers) {
  const source = path.join(sources, `${rule.name}.cc`);
  const [object, key] = [path.join(sources, `${rule.name}.o`), path.join(sources, `${rule.name}.key`)];
  const hash = hashOf(headers, rule.text);
  if (fs.existsSync(object) && fs.existsSync(key) && fs.readFileSync(key, 'utf8') === hash) return;
  fs.rmSync(key, { force: true });
  fs.writeFileSync(source, rule.text);
  // A name of the rule's own may be one that some other header has.
  let { code, errors } = await compiler(entry, source, object, ['-c', '-include', path.join(sources, 'all.h')]);
  if (code !== 0) ({ code, errors } = await compiler(entry, source, object, ['-c', '-include', path.join(here, 'mutant.h')]));
  if (code !== 0) throw new Error(`rules/${rule.name}.cc with its mutants does not compile:\n${errors}`);
  fs.writeFileSync(key, hash);
}

// The unit tests, with the mutated rules and the other main in front of the libraries.
function link(rules, { folder, sources, build, own }) {
  const commands = execFileSync('ninja', ['-C', build, '-t', 'commands', 'tests/unit_tests'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const last = commands.trim().split('\n').at(-1).replace(/\s&& cd .*$/s, '');
  const program = path.join(folder, 'mutation_tests');
  const objects = rules.map((rule) => path.join(sources, `${rule.name}.o`));
  objects.push('tests/CMakeFiles/mutation_runner.dir/mutation/mutation_main.cc.o');
  let command = last.replace('-o tests/unit_tests', `${objects.join(' ')} -o ${program}`);
  if (own) command = command.replaceAll(/tests\/CMakeFiles\/unit_tests\.dir\/(?!rules\/)\S+\.o /g, '');
  if (command === last) throw new Error('the command that links the unit tests is not understood');
  try {
    execFileSync('sh', ['-c', command], { cwd: build, stdio: ['ignore', 'ignore', 'inherit'] });
  } catch {
    throw new Error('cannot link: is the target unit_tests built?');
  }
  return program;
}

async function run(program, mutants, folder, { build, own }) {
  const [list, results] = [path.join(folder, 'mutants.txt'), path.join(folder, 'results.txt')];
  fs.writeFileSync(list, mutants.map((mutant) => `${mutant.id} ${mutant.rule}\n`).join(''));
  const temporary = path.join(folder, 'tmp');
  fs.mkdirSync(temporary);
  const environment = {
    ...process.env,
    HOGLINT_SOURCE_DIR: root,
    HOGLINT_BINARY: path.join(build, 'hoglint'),
    HOGLINT_SHARED_DATA: path.join(root, '../shared/data'),
    TMPDIR: temporary,
  };
  delete environment.HOGLINT_UPDATE;
  const ownTests = [...new Set(mutants.map((mutant) => `*/${mutant.rule}_*`))].join(':');
  const args = [list, results, `--gtest_filter=${own ? ownTests : '*'}-${leftOut.join(':')}`, '--gtest_brief=1'];
  const code = await new Promise((resolve) => {
    const log = fs.openSync(path.join(folder, 'log.txt'), 'w');
    const child = spawn(program, args, { env: environment, stdio: ['ignore', log, 'inherit'] });
    child.on('close', resolve);
  });
  fs.rmSync(temporary, { recursive: true, force: true });
  if (code !== 0) throw new Error(`the tests could not be run (${folder}/log.txt)`);
  const byId = new Map(mutants.map((mutant) => [mutant.id, mutant]));
  for (const line of fs.readFileSync(results, 'utf8').trim().split('\n')) {
    const [id, state, tests] = line.split(' ');
    if (id !== 'test') Object.assign(byId.get(Number(id)), { state, tests: Number(tests) });
  }
}

// The lines of equivalent.txt: "rule: kind: code -- reason", by what stands before the dashes.
function readEquivalent(file) {
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  const entries = new Map();
  for (const line of lines.filter((each) => each && !each.startsWith('#'))) {
    const at = line.lastIndexOf(' -- ');
    const [name, reason] = [line.slice(0, Math.max(at, 0)), line.slice(at + 4)];
    if (at < 0) throw new Error(`equivalent.txt: no reason: ${line}`);
    entries.set(name.trim(), reason.trim());
  }
  return entries;
}

// What of the list cannot be: mutants that are gone, and those that a test kills.
function problemsOf(equivalent, rules, mutants) {
  const byName = new Map(mutants.map((mutant) => [mutant.name, mutant]));
  const problems = [];
  for (const name of equivalent.keys()) {
    if (!rules.includes(name.split(':')[0])) continue;
    const mutant = byName.get(name);
    if (!mutant) problems.push(`no such mutant: ${name}`);
    else if (!isAlive(mutant)) problems.push(`not equivalent, a test kills it: ${name}`);
  }
  return problems;
}

const isAlive = (mutant) => mutant.state === 'survived' || mutant.state === 'unreached';
const percent = (part, whole) => (whole === 0 ? 100 : (100 * part) / whole).toFixed(1);

export function scoreOf(mutants, equivalent) {
  const counted = mutants.filter((mutant) => !equivalent.has(mutant.name));
  const alive = counted.filter(isAlive);
  const killed = counted.length - alive.length;
  const count = (state) => counted.filter((mutant) => mutant.state === state).length;
  return { mutants: mutants.length, equivalent: mutants.length - counted.length, counted: counted.length, killed, alive, count };
}

function report(mutants, equivalent, options) {
  const rules = [...new Set(mutants.map((mutant) => mutant.rule))];
  for (const mutant of mutants) {
    const listed = equivalent.has(mutant.name);
    if (options.show) console.log(`${listed ? 'equivalent' : mutant.state} rules/${mutant.rule}.cc:${mutant.line}: ${mutant.kind}: ${mutant.text}`);
    else if (isAlive(mutant) && !listed) console.log(`rules/${mutant.rule}.cc:${mutant.line}: ${mutant.state}: ${mutant.kind}: ${mutant.text}`);
  }
  for (const rule of rules) {
    const score = scoreOf(mutants.filter((mutant) => mutant.rule === rule), equivalent);
    console.log(`${rule.replaceAll('_', '-')}: ${score.killed} of ${score.counted} killed (${percent(score.killed, score.counted)} %)` + (score.equivalent ? `, ${score.equivalent} equivalent` : ''));
  }
  const all = scoreOf(mutants, equivalent);
  console.log(`${all.mutants} mutants in ${rules.length} rules; ${all.equivalent} equivalent; ${all.killed} of ${all.counted} killed (${percent(all.killed, all.counted)} %)`);
  console.log(`killed by what a rule's own fixtures expect ${all.count('intent')}, by their golden output ${all.count('golden')}, by other tests ${all.count('other')}, ` +
    `by a crash ${all.count('crash')}, by time ${all.count('time')}; survived ${all.count('survived')}, reached by no test ${all.count('unreached')}`);
  return all;
}

async function main() {
  const options = parseArguments(process.argv.slice(2));
  const commands = compileCommands(options.build);
  const all = [...commands.keys()].filter((name) => name !== 'rule_table').sort();
  const unknown = options.rules.filter((name) => !all.includes(name));
  if (unknown.length > 0) throw new Error(`no rule ${unknown.join(', ')}`);
  const names = options.rules.length > 0 ? all.filter((name) => options.rules.includes(name)) : all;
  const folder = path.join(options.build, `mutation-${process.pid}`); // kept where the run fails
  fs.mkdirSync(folder, { recursive: true });
  const sources = path.join(options.build, 'mutation-rules'); // what is still good there is not compiled again
  fs.mkdirSync(sources, { recursive: true });
  const rules = names.map((name) => readRule(name, all.indexOf(name) * idsPerRule));
  const mutants = rules.flatMap((rule) => rule.mutants).filter((_, index) => index % options.every === 0);
  say(`${mutants.length} mutants in ${rules.length} rules; compiling`);
  const begun = Date.now();
  const headers = await precompile(commands.get(names[0]), sources);
  await pool(rules, (rule) => compile(rule, commands.get(rule.name), sources, headers));
  const program = link(rules, { ...options, folder, sources });
  const compiled = Date.now();
  say(`compiled and linked in ${Math.round((compiled - begun) / 1000)} s; running`);
  await run(program, mutants, folder, options);
  const seconds = Math.round((Date.now() - compiled) / 1000);
  say(`run in ${seconds} s`);
  fs.writeFileSync(path.join(options.build, 'mutation-results.json'), JSON.stringify(mutants, null, 1));
  fs.rmSync(folder, { recursive: true, force: true });
  const equivalent = readEquivalent(options.equivalent);
  const score = report(mutants, equivalent, options);
  const problems = options.every > 1 ? [] : problemsOf(equivalent, names, mutants);
  for (const problem of problems) console.log(`equivalent.txt: ${problem}`);
  const enough = options.rules.length > 0 || 100 * score.killed >= floor * score.counted;
  if (!enough) say(`less than ${floor} % are killed`);
  if (!enough || problems.length > 0) process.exitCode = 1;
}

await main().catch((error) => {
  say(error.message);
  process.exitCode = 2;
});
