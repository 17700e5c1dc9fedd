// Can mutate.mjs fail? On one small rule, mutants that its fixtures must kill are killed and one that
// equivalent.txt lists survives; and a list that names a killed mutant, or one that is not there, is
// refused.
//
//   smoke.mjs BUILD_FOLDER
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const build = process.argv[2];
const rule = 'breakpoint_inside_statement';

function run(...more) {
  const args = [path.join(here, 'mutate.mjs'), '--build', build, '--own', '--show', ...more, rule];
  return spawnSync(process.execPath, args, { encoding: 'utf8' });
}

function check({ stdout, stderr, status }, wantedStatus, wanted) {
  const missing = wanted.filter((pattern) => !pattern.test(stdout));
  if (status === wantedStatus && missing.length === 0) return;
  console.error(`${stdout}\n${stderr}\nexit code ${status}, not there: ${missing.join(' ')}`);
  process.exitCode = 1;
}

check(run(), 0, [
  /^intent rules.breakpoint_inside_statement\.cc:\d+: if always: !marker$/m,
  /^golden rules.breakpoint_inside_statement\.cc:\d+: never the first of \? :: pulled$/m,
  /^equivalent rules.breakpoint_inside_statement\.cc:\d+: < changed: /m,
  /^breakpoint-inside-statement: 9 of 9 killed \(100\.0 %\), 1 equivalent$/m,
]);
const wrong = path.join(build, 'mutation-smoke.txt');
fs.writeFileSync(wrong, `${rule}: if always: !marker -- no\n${rule}: if never: nothing -- no\n`);
check(run('--equivalent', wrong), 1, [
  /^equivalent\.txt: not equivalent, a test kills it: .*if always: !marker$/m,
  /^equivalent\.txt: no such mutant: .*if never: nothing$/m,
  /survived rules.breakpoint_inside_statement\.cc:\d+: < changed|unreached rules.breakpoint_inside_statement\.cc:\d+: < changed/,
]);
