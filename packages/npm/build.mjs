#!/usr/bin/env node
// Makes the npm packages from built programs: hoglint itself, and one package for each platform
// that npm chooses by "os", "cpu" and "libc". Nothing is downloaded when they are installed.
//
//   node packages/npm/build.mjs --binary linux-x64=PATH --binary darwin-arm64=PATH ...
//     --database PLATFORM=PATH   the platform's program for drift and stats, where its --binary
//                    starts everywhere and so cannot load libpq
//     --out FOLDER   where the packages go (default build/npm), a folder each
//     --pack         also make the .tgz files, beside the folders
//     --partial      not all platforms are given; without, that is an error
//
// Prints the folders (with --pack the files) in the order in which they must be published:
// platforms first, since hoglint refers to them. The version is that of project() in
// CMakeLists.txt.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { describeBinary } from "./describe_binary.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, "../..");
const kPlatforms = ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64"];

class UsageError extends Error {}

// What CMake's project() says.
function readProject() {
  const text = fs.readFileSync(path.join(root, "CMakeLists.txt"), "utf8");
  const project = /^project\(hoglint\b([^)]*)\)/m.exec(text)?.[1] ?? "";
  const version = /\bVERSION\s+(\d+\.\d+\.\d+)\b/.exec(project)?.[1];
  if (version === undefined) throw new Error("CMakeLists.txt: project() has no VERSION x.y.z");
  const homepage = /\bHOMEPAGE_URL\s+"?([^"\s]+)/.exec(project)?.[1];
  return { version, homepage };
}

// Members that all packages share.
function commonManifest({ homepage }) {
  const common = {};
  if (homepage !== undefined) {
    common.homepage = homepage;
    common.repository = { type: "git", url: `git+${homepage}.git` };
    common.bugs = `${homepage}/issues`;
  }
  if (fs.existsSync(path.join(root, "LICENSE"))) common.license = "SEE LICENSE IN LICENSE";
  return common;
}

function writeManifest(folder, manifest) {
  fs.writeFileSync(path.join(folder, "package.json"), JSON.stringify(manifest, null, 2) + "\n");
  const license = path.join(root, "LICENSE");
  if (fs.existsSync(license)) fs.copyFileSync(license, path.join(folder, "LICENSE"));
}

function parsePlatforms(option, given) {
  const binaries = new Map();
  for (const each of given) {
    const [platform, file] = [each.slice(0, each.indexOf("=")), each.slice(each.indexOf("=") + 1)];
    if (!kPlatforms.includes(platform)) {
      throw new UsageError(
        `${option} ${each}: wants PLATFORM=PATH, one of ${kPlatforms.join(", ")}`,
      );
    }
    binaries.set(platform, path.resolve(file));
  }
  return binaries;
}

// Copies the program into the package, if it is one of that platform; returns what it needs of
// libc.
function addProgram(folder, name, platform, binary) {
  const found = describeBinary(binary);
  if (found.platform !== platform) {
    throw new UsageError(`${binary} is a program for ${found.platform}, not for ${platform}`);
  }
  fs.copyFileSync(binary, path.join(folder, "bin", name));
  fs.chmodSync(path.join(folder, "bin", name), 0o755);
  return found.libc;
}

// The licences of what is linked in, which lie beside the program in a release's archive.
function addNotice(folder, binary) {
  const notice = path.join(path.dirname(binary), "../share/doc/hoglint/NOTICE");
  if (!fs.existsSync(notice)) return [];
  fs.copyFileSync(notice, path.join(folder, "NOTICE"));
  return ["NOTICE"];
}

function buildPlatform(out, platform, { binary, database }, project) {
  const [os, cpu] = platform.split("-");
  const name = `@hoglint/cli-${platform}`;
  const folder = path.join(out, `cli-${platform}`);
  fs.mkdirSync(path.join(folder, "bin"), { recursive: true });
  const libc = addProgram(folder, "hoglint", platform, binary);
  if (database !== undefined) addProgram(folder, "hoglint-database", platform, database);
  fs.writeFileSync(
    path.join(folder, "README.md"),
    `# ${name}\n\nhoglint's program for ${platform}. Install \`hoglint\`, which depends on it.\n`,
  );
  writeManifest(folder, {
    name,
    version: project.version,
    description: `hoglint's program for ${platform}`,
    ...commonManifest(project),
    os: [os],
    cpu: [cpu],
    ...(libc === undefined ? {} : { libc: [libc] }),
    // Yarn's PnP would else leave it in an archive, where it cannot be executed.
    preferUnplugged: true,
    files: ["bin", ...addNotice(folder, binary)],
  });
  return { platform, name, folder };
}

function buildLauncher(out, built, project) {
  const manifest = JSON.parse(fs.readFileSync(path.join(here, "package.json"), "utf8"));
  const folder = path.join(out, "hoglint");
  for (const entry of [...manifest.files, "README.md"]) {
    fs.cpSync(path.join(here, entry), path.join(folder, entry), { recursive: true });
  }
  const platforms = Object.fromEntries(built.map(({ platform, name }) => [platform, name]));
  fs.writeFileSync(
    path.join(folder, "lib", "platforms.json"),
    JSON.stringify({ platforms }, null, 2) + "\n",
  );
  writeManifest(folder, {
    ...manifest,
    version: project.version,
    ...commonManifest(project),
    optionalDependencies: Object.fromEntries(built.map(({ name }) => [name, project.version])),
  });
  return { folder };
}

// What an earlier run made, and nothing else that may be there.
function removeEarlier(out) {
  for (const entry of fs.readdirSync(out)) {
    if (!/^(hoglint|cli-[a-z]+-[a-z0-9]+|hoglint-[^/]*\.tgz)$/.test(entry)) continue;
    fs.rmSync(path.join(out, entry), { recursive: true });
  }
}

function pack(folder, out) {
  const said = execFileSync(
    "npm",
    ["pack", "--json", "--ignore-scripts", "--pack-destination", out],
    {
      cwd: folder,
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const printed = JSON.parse(said);
  const [packed] = Array.isArray(printed) ? printed : Object.values(printed); // npm 11, npm 12
  return path.join(out, packed.filename.replace(/^@/, "").replaceAll("/", "-"));
}

function main() {
  const { values } = parseArgs({
    options: {
      binary: { type: "string", multiple: true, default: [] },
      database: { type: "string", multiple: true, default: [] },
      out: { type: "string", default: path.join(root, "build", "npm") },
      pack: { type: "boolean", default: false },
      partial: { type: "boolean", default: false },
    },
  });
  const binaries = parsePlatforms("--binary", values.binary);
  const databases = parsePlatforms("--database", values.database);
  const absent = kPlatforms.filter((platform) => !binaries.has(platform));
  if (binaries.size === 0 || (absent.length > 0 && !values.partial)) {
    throw new UsageError(`no --binary for ${absent.join(", ")}; with --partial some may be absent`);
  }
  for (const platform of databases.keys()) {
    if (!binaries.has(platform))
      throw new UsageError(`--database ${platform} without --binary for it`);
  }
  const out = path.resolve(values.out);
  fs.mkdirSync(out, { recursive: true });
  removeEarlier(out);
  const project = readProject();
  const built = [...binaries].map(([platform, binary]) =>
    buildPlatform(out, platform, { binary, database: databases.get(platform) }, project),
  );
  const packages = [...built, buildLauncher(out, built, project)];
  for (const { folder } of packages) console.log(values.pack ? pack(folder, out) : folder);
}

try {
  main();
} catch (error) {
  const expected = error instanceof UsageError || error.code?.startsWith("ERR_PARSE_ARGS");
  console.error(`build.mjs: ${expected ? error.message : error.stack}`);
  process.exitCode = 2;
}
