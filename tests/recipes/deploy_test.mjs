// The Railway recipe of docs/guide/ci.md on a living PostgreSQL, with drizzle-orm's own migrator: a
// deploy goes on when the database is what the files say, and stops when it is not.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { after, before, test } from "node:test";
import {
  addGoodMigration,
  blogRepository,
  builtBinary,
  installedProject,
  quietEnv,
  run,
  skip,
  source,
  tempFolder,
  write,
  writeJournal,
} from "../packages/support/world.mjs";
import { readPage } from "./page.mjs";

const page = readPage("ci.md");
const drizzle = path.join(source, ".deps/drizzle_orm/node_modules");
if (!fs.existsSync(drizzle)) skip("drizzle-orm is not installed (./dev deps test)");
const servers = "/usr/lib/postgresql";
const versions = fs.existsSync(servers) ? fs.readdirSync(servers) : [];
const bin = versions
  .map((each) => path.join(servers, each, "bin"))
  .find((each) => fs.existsSync(path.join(each, "initdb")));
if (bin === undefined) skip("there is no PostgreSQL server (./dev deps test)");

const data = tempFolder();
let modules;

// PostgreSQL refuses to run as root.
function cluster(program, ...args) {
  const command = [path.join(bin, program), ...args];
  const asNobody = process.getuid() === 0 ? ["runuser", "-u", "nobody", "--"] : [];
  const [first, ...rest] = [...asNobody, ...command];
  execFileSync(first, rest, { stdio: ["ignore", "ignore", "inherit"], cwd: "/" });
}

before(async () => {
  if (process.getuid() === 0) execFileSync("chown", ["nobody", data]);
  cluster("initdb", "-D", `${data}/cluster`, "-U", "app", "-A", "trust", "--no-sync");
  const options = `-c listen_addresses='' -c fsync=off -k ${data} -p 54331`;
  cluster(
    "pg_ctl",
    "-D",
    `${data}/cluster`,
    "-s",
    "-w",
    "-l",
    `${data}/log`,
    "-o",
    options,
    "start",
  );
  modules = path.join(installedProject(), "node_modules");
});
after(() => cluster("pg_ctl", "-D", `${data}/cluster`, "-m", "immediate", "-s", "stop"));

const connection = (database) => ({ host: data, port: 54331, user: "app", database });

// A deployed application: the page's command, hoglint, a migrating script and a database of its
// own.
async function deployment(database) {
  execFileSync(path.join(bin, "createdb"), ["-h", data, "-p", "54331", "-U", "app", database]);
  const { folder } = await blogRepository();
  fs.mkdirSync(path.join(folder, "node_modules/.bin"), { recursive: true });
  for (const name of ["hoglint", "@hoglint"]) {
    fs.symlinkSync(path.join(modules, name), path.join(folder, "node_modules", name));
  }
  fs.symlinkSync(
    path.join(modules, ".bin/hoglint"),
    path.join(folder, "node_modules/.bin/hoglint"),
  );
  write(
    folder,
    "scripts/migrate.ts",
    `
const { Client } = require(${JSON.stringify(path.join(drizzle, "pg"))});
const { drizzle } = require(${JSON.stringify(path.join(drizzle, "drizzle-orm/node-postgres"))});
const { migrate } = require(${JSON.stringify(path.join(drizzle, "drizzle-orm/node-postgres/migrator"))});
const client = new Client(${JSON.stringify(connection(database))});
client.connect().then(() => migrate(drizzle(client), { migrationsFolder: "drizzle" }))
  .then(() => console.log("migrated")).finally(() => client.end());
`,
  );
  const bins = tempFolder();
  write(bins, "tsx", '#!/bin/sh\nexec node "$@"\n', 0o755);
  const host = encodeURIComponent(data);
  const env = {
    ...quietEnv,
    PATH: `${bins}:${process.env.PATH}`,
    DATABASE_URL: `postgresql://app@${host}:54331/${database}`,
  };
  return { folder, deploy: (more = {}) => preDeploy(folder, { ...env, ...more }) };
}

function preDeployCommand() {
  const [, command] = /^preDeployCommand = "([^"]+)"$/m.exec(page.block("railway.toml"));
  return command;
}

const preDeploy = (cwd, env) => run("sh", ["-c", preDeployCommand()], { cwd, env });

test("a deploy that migrates goes on", async () => {
  const { folder, deploy } = await deployment("good");
  const first = await deploy();
  assert.equal(first.code, 0, first.all);
  assert.match(first.stdout, /^migrated\n/);
  addGoodMigration(folder);
  assert.equal((await deploy()).code, 0);
});

test("a migration that the migrator skips stops the deploy", async () => {
  const { folder, deploy } = await deployment("skipped");
  addGoodMigration(folder);
  assert.equal((await deploy()).code, 0);
  write(folder, "drizzle/0002_late.sql", "ALTER TABLE users ADD COLUMN late int;");
  writeJournal(folder, ["0000_init", "0001_good", "0002_late"]);
  const file = path.join(folder, "drizzle/meta/_journal.json");
  const journal = JSON.parse(fs.readFileSync(file, "utf8"));
  journal.entries[2].when = journal.entries[0].when + 1; // older than what is applied
  fs.writeFileSync(file, JSON.stringify(journal));
  const { code, all } = await deploy();
  assert.equal(code, 1, all);
  assert.match(all, /^migrated\n/); // the migrator noticed nothing
  assert.match(all, /0002_late/);
});

test("a schema that was changed by hand stops the deploy", async () => {
  const { deploy } = await deployment("changed");
  assert.equal((await deploy()).code, 0);
  const drop = ["-h", data, "-p", "54331", "-U", "app", "-q", "-c", "DROP TABLE posts", "changed"];
  execFileSync(path.join(bin, "psql"), drop);
  const { code, all } = await deploy();
  assert.equal(code, 1, all);
  assert.match(all, /posts/);
});

test("a database that does not answer stops it too", async () => {
  const { deploy } = await deployment("away");
  const { code, all } = await deploy({ DATABASE_URL: "postgresql://app@127.0.0.1:9/away" });
  assert.equal(code, 2, all);
});

test("hoglint's own rules take the command for one that migrates", async () => {
  const folder = tempFolder();
  fs.cpSync(path.join(source, "tests/projects/hogsend"), folder, { recursive: true });
  const judge = async () =>
    JSON.parse((await run(builtBinary, ["--all", "--format", "json"], { cwd: folder })).stdout)
      .findings;
  const rules = async () => (await judge()).map((each) => each.rule);
  const before = await rules();
  const file = path.join(folder, "railway.toml");
  const text = fs.readFileSync(file, "utf8");
  const deployWith = (line) =>
    fs.writeFileSync(file, text.replace(/^preDeployCommand = .*$/m, line));
  deployWith(`preDeployCommand = "${preDeployCommand()}"`);
  assert.deepEqual(await rules(), before);
  deployWith("");
  assert.ok((await rules()).includes("no-migrate-before-deploy"));
});

test("the gate behind a deploy waits for the application's health", async () => {
  const healthy = {
    status: "healthy",
    schema: Object.fromEntries(
      ["engine", "client"].map((track) => [
        track,
        { applied: "0001_a", required: "0001_a", inSync: true, pending: [] },
      ]),
    ),
    components: { database: { status: "up" }, redis: { status: "up" } },
  };
  const behind = {
    ...healthy,
    status: "migration_pending",
    schema: {
      ...healthy.schema,
      engine: { applied: null, required: "0001_a", inSync: false, pending: ["0001_a"] },
    },
  };
  let asked = 0;
  const server = http.createServer((_, response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(asked++ === 0 ? behind : healthy));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const APP_URL = `http://127.0.0.1:${server.address().port}`;
  const line = page.block("After the deploy").replace(/^npx --yes hoglint@\S+/, builtBinary);
  const { code, all } = await run("sh", ["-c", line], {
    cwd: tempFolder(),
    env: { ...quietEnv, APP_URL },
  });
  server.closeAllConnections();
  server.close();
  assert.equal(code, 0, all);
  assert.ok(asked >= 2, `asked ${asked} times`);
});
