// node report.mjs SUMMARY ROOT: prints llvm-cov's summary by folder, then the files whose branches
// are weakest, and fails where the lines of lint/, rules/ or checker/ are below the floor.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const kFloor = 90; // percent of lines, for each of the three
const kWeakest = 15; // files to name
const kFewest = 20; // branches that a file needs to be named

const [summary, root] = process.argv.slice(2);
const files = JSON.parse(readFileSync(summary, 'utf8')).data[0].files;

const percent = ({ covered, count }) => (count === 0 ? 100 : (100 * covered) / count);
const show = (sum) => `${percent(sum).toFixed(1)} %`.padStart(8);
const row = (name, { lines, branches }) =>
  `${name.padEnd(44)} ${String(lines.count).padStart(6)} ${show(lines)}   ` +
  `${String(branches.count).padStart(6)} ${show(branches)}`;

const folders = new Map();
const add = (name, { lines, branches }) => {
  const sum = folders.get(name) ?? {
    lines: { covered: 0, count: 0 },
    branches: { covered: 0, count: 0 },
  };
  for (const [total, one] of [
    [sum.lines, lines],
    [sum.branches, branches],
  ]) {
    total.covered += one.covered;
    total.count += one.count;
  }
  folders.set(name, sum);
};

const weak = [];
for (const { filename, summary: counts } of files) {
  const name = path.relative(root, filename);
  const [top] = name.split('/');
  if (!['lint', 'rules', 'checker'].includes(top)) continue;
  add(top, counts);
  if (path.dirname(name) !== top) add(path.dirname(name), counts);
  if (counts.branches.count >= kFewest) weak.push({ name, counts });
}

console.log(`${''.padEnd(44)}  lines covered   branches covered`);
for (const name of [...folders.keys()].sort()) console.log(row(name, folders.get(name)));

console.log('\nthe weakest files by branches:');
weak.sort((a, b) => percent(a.counts.branches) - percent(b.counts.branches));
for (const { name, counts } of weak.slice(0, kWeakest)) console.log(row(name, counts));

let below = false;
for (const top of ['lint', 'rules', 'checker']) {
  const { lines } = folders.get(top) ?? { lines: { covered: 0, count: 1 } };
  if (percent(lines) >= kFloor) continue;
  below = true;
  console.error(`coverage: ${top}/ has ${percent(lines).toFixed(1)} % of its lines run; ${kFloor} % is the floor`);
}
process.exitCode = below ? 1 : 0;
