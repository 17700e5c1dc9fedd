#!/usr/bin/env node
// Writes what is linked into a release binary, as a CycloneDX 1.6 bill of materials. Run where it
// was built: the versions are those of the packages that are installed there and of .deps.
//
//   node .github/scripts/sbom.mjs --platform linux-x64 --binary FILE --out FILE
//
// FILE is what is released; its SHA-256 is in the list. The same input gives the same bytes.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

// What the linker or the preprocessor puts into the program, by Debian's packages. A test compares
// this with what ./dev installs and with the licences that packaging/notice.sh collects.
const kPackages = {
  'libfmt-dev': { name: 'fmt', license: { id: 'MIT' } },
  'nlohmann-json3-dev': { name: 'JSON for Modern C++', license: { id: 'MIT' } },
  'libcli11-dev': { name: 'CLI11', license: { id: 'BSD-3-Clause' } },
  'libtree-sitter-dev': { name: 'tree-sitter', license: { id: 'MIT' } },
  'libtomlplusplus-dev': { name: 'toml++', license: { id: 'MIT' } },
  'libyaml-cpp-dev': { name: 'yaml-cpp', license: { id: 'MIT' } },
  'libgit2-dev': { name: 'libgit2', license: { name: 'GPL-2.0 with a linking exception' } },
  'libmbedtls-dev': { name: 'mbed TLS', license: { name: 'Apache-2.0 OR GPL-2.0-or-later' } },
  'libhttp-parser-dev': { name: 'http-parser', license: { id: 'MIT' } },
  'zlib1g-dev': { name: 'zlib', license: { id: 'Zlib' } },
  'libstdc++6': { name: 'libstdc++', license: { name: 'GPL-3.0 with the GCC runtime exception' } },
  'libc6-dev': { name: 'glibc', license: { id: 'LGPL-2.1-or-later' } },
};

function debianComponents() {
  const release = /^VERSION_ID="?([^"\n]*)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
  const printed = execFileSync(
    'dpkg-query',
    [
      '-W',
      '-f',
      '${binary:Package}\t${db:Status-Status}\t${source:Package}\t${source:Version}\n',
      ...Object.keys(kPackages),
    ],
    { encoding: 'utf8' },
  );
  const components = [];
  for (const line of printed.trim().split('\n')) {
    const [binary, status, source, version] = line.split('\t');
    if (status !== 'installed') throw new Error(`${binary} is not installed`);
    const { name, license } = kPackages[binary.replace(/:.*/, '')];
    const purl =
      `pkg:deb/debian/${source}@${encodeURIComponent(version)}?arch=source&distro=debian-` +
      release;
    components.push({
      type: 'library',
      'bom-ref': purl,
      name,
      version,
      licenses: [{ license }],
      purl,
    });
  }
  return components;
}

// What is not of the system: libpg_query and the grammar of TypeScript.
function fetchedComponents() {
  const pgQuery = readFileSync(path.join(root, '.deps/pg_query/ok'), 'utf8').trim();
  const manifest = JSON.parse(
    readFileSync(path.join(root, '.deps/tree_sitter_typescript/package.json'), 'utf8'),
  );
  const grammar = manifest.dependencies['tree-sitter-typescript'];
  const make = (name, version, purl, license) => ({
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    licenses: [{ license }],
    purl,
  });
  return [
    make(
      'libpg_query',
      pgQuery,
      `pkg:deb/debian/libpg-query@${encodeURIComponent(pgQuery)}?arch=source`,
      { name: 'BSD-3-Clause AND PostgreSQL' },
    ),
    make('tree-sitter-typescript', grammar, `pkg:npm/tree-sitter-typescript@${grammar}`, {
      id: 'MIT',
    }),
  ];
}

function main() {
  const { values } = parseArgs({
    options: { platform: { type: 'string' }, binary: { type: 'string' }, out: { type: 'string' } },
  });
  for (const name of ['platform', 'binary', 'out']) {
    if (values[name] === undefined) throw new Error(`--${name} is missing`);
  }
  const project = /^project\(hoglint\b([^)]*)\)/m.exec(
    readFileSync(path.join(root, 'CMakeLists.txt'), 'utf8'),
  )[1];
  const version = /\bVERSION\s+(\d+\.\d+\.\d+)/.exec(project)[1];
  const sum = createHash('sha256').update(readFileSync(values.binary)).digest('hex');
  const self = `pkg:generic/hoglint@${version}?platform=${values.platform}`;
  const components = [...debianComponents(), ...fetchedComponents()].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  // A version 8 UUID out of the sum.
  const uuid = [
    sum.slice(0, 8),
    sum.slice(8, 12),
    `8${sum.slice(13, 16)}`,
    `8${sum.slice(17, 20)}`,
    sum.slice(20, 32),
  ].join('-');
  const bom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuid}`,
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': self,
        name: 'hoglint',
        version,
        purl: self,
        hashes: [{ alg: 'SHA-256', content: sum }],
      },
    },
    components,
    dependencies: [{ ref: self, dependsOn: components.map((one) => one['bom-ref']).sort() }],
  };
  writeFileSync(values.out, `${JSON.stringify(bom, null, 2)}\n`);
}

try {
  main();
} catch (error) {
  console.error(`sbom.mjs: ${error.message}`);
  process.exitCode = 2;
}
