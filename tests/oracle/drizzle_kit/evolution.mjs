// Writes a schema that evolves at random: the TypeScript of every step, into a folder for each.
//   node evolution.mjs SEED STEPS FOLDER
// A step either adds or drops, never both of a kind, so that drizzle-kit does not ask what was renamed.
// The same seed gives the same files.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

class Random {
  constructor(seed) {
    this.state = Math.imul(seed, 2654435761) >>> 0;
    for (let i = 0; i < 5; ++i) this.next();
  }
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  below(end) { return Math.floor(this.next() * end); }
  chance(probability) { return this.next() < probability; }
  pick(list) { return list[this.below(list.length)]; }
}

const TABLES = ["users", "posts", "order", "Audit", "memberships", "userSettings", "notes", "logs"];
const WORDS = ["name", "title", "ownerId", "state", "price", "count", "slug", "seenAt", "isDone",
  "größe", "URLPath", "user", "limit", "externalReferenceNumber", "a1b2", "Mixed"];
const VALUES = ["new", "open", "done", "In Progress", "x-1", "größer", "sad", "ok"];
const ACTIONS = ["cascade", "restrict", "no action", "set null"];
const sql = (text) => "sql`" + text + "`";

// The builder, its options, what may be its default, and its family: types that change into each
// other without USING.
const TYPES = [
  { builder: "integer", family: "number", defaults: ["0", "-1", sql("1 + 2")] },
  { builder: "smallint", family: "number", defaults: ["7"] },
  { builder: "bigint", options: '{ mode: "number" }', family: "number", defaults: ["0"] },
  { builder: "numeric", options: "{ precision: 10, scale: 2 }", family: "number", defaults: ['"1.50"'] },
  { builder: "doublePrecision", family: "number", defaults: ["-0.25"] },
  { builder: "text", family: "text", defaults: ['"abc"', '"it\'s"', '""'] },
  { builder: "varchar", options: "{ length: 64 }", family: "text", defaults: ['"abc"'] },
  { builder: "char", options: "{ length: 8 }", family: "text", defaults: ['"a"'] },
  { builder: "timestamp", family: "time", defaults: [sql("now()"), sql("CURRENT_TIMESTAMP")] },
  { builder: "timestamp", options: "{ precision: 3, withTimezone: true }", family: "time",
    defaults: [sql("now() + interval '7 days'")] },
  { builder: "date", family: "time", defaults: [sql("'2024-01-01'")] },
  { builder: "boolean", family: "boolean", defaults: ["true", "false"] },
  { builder: "uuid", family: "uuid", defaults: [sql("gen_random_uuid()")] },
  { builder: "interval", options: '{ fields: "day to second" }', family: "interval", defaults: ['"1 day"'] },
  { builder: "jsonb", family: "json", defaults: ["{}", '{ a: "x" }', sql("'[]'")] },
  { builder: "inet", family: "inet", defaults: ['"127.0.0.1"'] },
  { builder: "bit", options: "{ dimensions: 3 }", family: "bit", defaults: [] },
  { builder: "bytes", own: true, family: "bytes", defaults: [] },
];
const INDEXED = ["number", "text", "time", "boolean", "uuid", "inet", "enum"];

class Evolution {
  constructor(seed) {
    this.random = new Random(seed);
    this.made = 0;
    this.layout = this.random.pick(["index", "array", "glob", "folder"]);
    this.casing = this.random.pick([null, null, "snake_case", "camelCase"]);
    this.prefix = this.random.chance(0.3) ? "acme_" : "";
    this.plain = this.random.chance(0.5);  // import { text }, not * as pg
    this.enums = [];
    this.tables = [];
    this.sequences = 0;
    for (let i = 0; i < 2; ++i) this.addEnum();
    for (let i = 0; i < 3; ++i) this.addTable();
  }

  name(prefix) { return prefix + ++this.made; }
  table() { return this.random.pick(this.tables); }
  column(table, fits = () => true) { return this.random.pick(table.columns.filter(fits)); }

  addEnum() {
    const values = VALUES.filter(() => this.random.chance(0.4));
    this.enums.push({ constant: this.name("kind"), schema: this.random.chance(0.3),
      values: values.length > 0 ? values : ["new"] });
    return true;
  }
  enumType() {
    const of = this.random.pick(this.enums);
    return { builder: of.constant, enumeration: of, family: "enum", defaults: [] };
  }
  addTable() {
    const name = this.random.pick(TABLES);
    if (this.tables.some((each) => each.name === name)) return false;
    const table = { name, constant: this.name("table"), schema: this.random.chance(0.25),
      file: this.random.pick(["one", "two"]), stamped: this.random.chance(0.4), secure: false,
      note: "", columns: [], extras: [] };
    const key = this.random.pick(["serial", "uuid", "integer", "none"]);
    if (key !== "none") {
      table.columns.push({ property: "id", type: { builder: key, family: "key", defaults: [] },
        key: true, identity: key === "integer" });
    }
    this.tables.push(table);
    for (let i = 0; i < 3; ++i) this.addColumn(table);
    return true;
  }
  addColumn(table = this.table()) {
    const property = this.random.pick(WORDS);
    if (table.columns.some((each) => each.property === property)) return false;
    const column = { property, type: this.random.chance(0.2) ? this.enumType() : this.random.pick(TYPES),
      named: this.random.chance(0.4) };
    // rows are not tried here, so that NOT NULL may come without a default
    column.required = this.random.chance(0.4);
    if (this.random.chance(0.5)) this.setDefault(column);
    const target = this.table();
    const to = target.columns.find((each) => each.property === "id" && each.type.builder === "uuid");
    if (to !== undefined && this.random.chance(0.5)) {
      Object.assign(column, { type: TYPES.find((each) => each.builder === "uuid"), value: null,
        to: { table: target, action: this.random.pick(ACTIONS) } });
    } else if (this.random.chance(0.1)) {
      Object.assign(column, { array: true, value: null });
    } else if (INDEXED.includes(column.type.family) && this.random.chance(0.15)) {
      column.unique = true;
    }
    table.columns.push(column);
    return true;
  }
  setDefault(column) {
    const values = column.type.enumeration?.values.map((each) => JSON.stringify(each)) ?? column.type.defaults;
    if (values.length === 0 || column.key || column.array || column.identity) return false;
    column.value = this.random.pick(values);
    return true;
  }
  addExtra(table = this.table()) {
    const plain = (each) => INDEXED.includes(each.type.family) && !each.array;
    const column = this.column(table, plain);
    if (column === undefined) return false;
    const kinds = ["index", "index", "uniqueIndex", "unique", "policy"];
    if (["text", "number"].includes(column.type.family)) kinds.push("check", "expression");
    const kind = this.random.pick(kinds);
    const where = kind === "index" && this.random.chance(0.3);
    // drizzle-kit gives two of one column the same name
    const alone = !column.unique && !table.extras.some((each) => each.column === column);
    const named = !alone || this.random.chance(0.5);
    table.extras.push({ kind, column, where, named, name: this.name("extra_"), bound: this.random.below(9) });
    return true;
  }

  // What hangs on a column goes with it.
  forget(table, column) {
    for (const each of [...table.extras]) {
      if (each.column === column || each.second === column) this.removeExtra(table, each);
    }
    if (column.property !== "id") return;
    for (const other of this.tables) {
      for (const each of other.columns) if (each.to?.table === table) each.to = null;
    }
  }
  dropColumn(table = this.table()) {
    const column = this.column(table);
    if (table.columns.length < 3) return false;
    this.forget(table, column);
    table.columns = table.columns.filter((each) => each !== column);
    return true;
  }
  dropTable() {
    const table = this.table();
    if (this.tables.length < 3) return false;
    for (const column of table.columns) this.forget(table, column);
    this.tables = this.tables.filter((each) => each !== table);
    return true;
  }
  removeExtra(table, extra) {
    table.extras = table.extras.filter((each) => each !== extra);
    if (extra.second) extra.column.key = extra.second.key = false;
  }
  dropExtra(table = this.table()) {
    if (table.extras.length === 0) return false;
    this.removeExtra(table, this.random.pick(table.extras));
    return true;
  }
  dropEnum() {
    const used = (of) => this.tables.some((table) => table.columns.some((each) => each.type.enumeration === of));
    const unused = this.enums.findIndex((each) => !used(each));
    return unused >= 0 && this.enums.length > 1 && this.enums.splice(unused, 1).length > 0;
  }
  changeEnum() {
    const of = this.random.pick(this.enums);
    const value = this.random.pick(VALUES);
    if (of.values.includes(value)) {
      of.values = [...of.values.slice(1), of.values[0]];  // another order
    } else {
      of.values.splice(this.random.below(of.values.length + 1), 0, value);
    }
    return true;
  }
  changeColumn() {
    const table = this.table();
    const column = this.column(table, (each) => !each.key);
    if (column === undefined) return false;
    const change = this.random.pick(["required", "unique", "value", "nothing", "type", "action"]);
    if (change === "required") column.required = !column.required;
    if (change === "nothing") column.value = null;
    if (change === "value") return this.setDefault(column);
    if (change === "unique") {
      const other = table.extras.some((each) => each.column === column);
      if (other || column.array || !INDEXED.includes(column.type.family)) return false;
      column.unique = !column.unique;
    }
    if (change === "action") {
      if (!column.to) return false;
      column.to.action = this.random.pick(ACTIONS);
    }
    if (change === "type") {
      const any = this.random.chance(0.2);  // most often PostgreSQL refuses
      const near = TYPES.filter((each) => (any || each.family === column.type.family) && each !== column.type);
      if (near.length === 0 || column.to) return false;
      this.forget(table, column);
      Object.assign(column, { type: this.random.pick(near), value: null });
    }
    return true;
  }
  // What drizzle-kit does not see.
  changeNothing() {
    const table = this.table();
    table.note = this.random.pick(["", '// pgTable("nope", {})\n', "/* text() */\n"]);
    table.file = this.random.pick(["one", "two"]);
    this.plain = this.random.chance(0.5);
    return true;
  }
  changeTable() {
    const table = this.table();
    const key = table.columns.filter((each) => each.required && INDEXED.includes(each.type.family)).slice(0, 2);
    if (table.columns.some((each) => each.key) || key.length < 2) {
      table.secure = !table.secure;
    } else {
      table.extras.push({ kind: "primaryKey", column: key[0], second: key[1], name: this.name("key_") });
      for (const each of key) each.key = true;
    }
    return true;
  }
  addSequence() { return ++this.sequences > 0; }

  step() {
    const both = ["changeEnum", "changeColumn", "changeColumn", "changeColumn", "changeNothing", "changeTable"];
    const adds = ["addTable", "addColumn", "addColumn", "addExtra", "addExtra", "addEnum", "addSequence"];
    const drops = ["dropColumn", "dropColumn", "dropTable", "dropExtra", "dropExtra", "dropEnum"];
    const may = [...both, ...(this.random.chance(0.6) ? adds : drops)];
    for (let done = 0, left = 1 + this.random.below(4); done < 30 && left > 0; ++done) {
      if (this[this.random.pick(may)]()) --left;
    }
  }

  builder(name) { return this.plain ? name : `pg.${name}`; }
  printColumn(table, column) {
    const { type } = column;
    const own = type.own || type.enumeration;
    const name = column.named ? JSON.stringify(column.property) : "";
    let text = `${own ? type.builder : this.builder(type.builder)}(${[name, type.options].filter(Boolean).join(", ")})`;
    if (column.array) text += ".array()";
    if (column.key && column.property === "id") text += ".primaryKey()";
    if (column.required) text += ".notNull()";
    if (column.value) text += `.default(${column.value})`;
    if (column.unique) text += ".unique()";
    if (column.identity) text += ".generatedAlwaysAsIdentity()";
    if (column.to) {
      const action = column.to.action === "no action" ? "" : `, { onDelete: "${column.to.action}" }`;
      const self = column.to.table === table ? ": any" : "";
      text += `.references(()${self} => ${column.to.table.constant}.id${action})`;
    }
    return `  ${column.property}: ${text},`;
  }
  printExtra(extra) {
    const column = `t.${extra.column.property}`;
    const name = JSON.stringify(extra.name);
    const condition = extra.where ? `.where(sql\`\${${column}} is not null\`)` : "";
    switch (extra.kind) {
      case "check": {
        const value = extra.column.type.family === "text" ? `length(\${${column}})` : `\${${column}}`;
        return `${this.builder("check")}(${name}, sql\`${value} > -${extra.bound}\`)`;
      }
      case "policy":
        return `${this.builder("pgPolicy")}(${name}, { for: "select", using: sql\`true\` })`;
      case "primaryKey":
        return `${this.builder("primaryKey")}({ name: ${name}, columns: [${column}, t.${extra.second.property}] })`;
      case "expression":
        return `${this.builder("index")}(${name}).on(sql\`(\${${column}}::text)\`)`;
      default:
        return `${this.builder(extra.kind)}(${extra.named ? name : ""}).on(${column})${condition}`;
    }
  }
  printTable(table) {
    const schema = table.schema ? "app.table" : this.prefix ? "table" : this.builder("pgTable");
    const columns = table.columns.map((each) => this.printColumn(table, each));
    if (table.stamped) columns.push("  ...stamps,");
    const extras = table.extras.map((each) => `  ${this.printExtra(each)},\n`).join("");
    return `${table.note}export const ${table.constant} = ${schema}(${JSON.stringify(table.name)}, {\n` +
      `${columns.join("\n")}\n}${extras && `, (t) => [\n${extras}]`})${table.secure ? ".enableRLS()" : ""};\n`;
  }
  print() {
    const shared = [`import { customType, pgEnum, pgSchema, pgSequence, pgTableCreator, timestamp } from "drizzle-orm/pg-core";`,
      `export const app = pgSchema("app");`,
      `export const table = pgTableCreator((name) => \`${this.prefix}\${name}\`);`,
      `export const bytes = customType<{ data: string }>({ dataType: () => "bytea" });`,
      `export const stamps = { createdAt: timestamp({ withTimezone: true }).defaultNow().notNull() };`];
    for (const each of this.enums) {
      const make = each.schema ? "app.enum" : "pgEnum";
      shared.push(`export const ${each.constant} = ${make}("${each.constant}", ${JSON.stringify(each.values)});`);
    }
    for (let i = 0; i < this.sequences; ++i) shared.push(`export const s${i} = pgSequence("s${i}");`);
    const files = { shared: shared.join("\n") + "\n" };
    const builders = [...new Set(TYPES.filter((each) => !each.own).map((each) => each.builder)), "serial",
      "check", "index", "pgPolicy", "pgTable", "primaryKey", "unique", "uniqueIndex"];
    for (const file of ["one", "two"]) {
      const others = this.tables.filter((each) => each.file !== file).map((each) => each.constant);
      const other = file === "one" ? "two" : "one";
      files[file] = `import { sql } from "drizzle-orm";\n` +
        (this.plain ? `import { ${builders.join(", ")} }` : "import * as pg") + ` from "drizzle-orm/pg-core";\n` +
        `import { ${["app", "table", "bytes", "stamps", ...this.enums.map((each) => each.constant)].join(", ")} } from "./shared";\n` +
        (others.length > 0 ? `import { ${others.join(", ")} } from "./${other}";\n` : "") +
        this.tables.filter((each) => each.file === file).map((each) => "\n" + this.printTable(each)).join("");
    }
    if (this.layout === "index") files.index = Object.keys(files).map((each) => `export * from "./${each}";\n`).join("");
    return files;
  }
  config() {
    const schema = { index: '"./src/index.ts"', glob: '"./src/*.ts"', folder: '"./src"',
      array: '["./src/shared.ts", "./src/one.ts", "./src/two.ts"]' }[this.layout];
    return `export default { dialect: "postgresql", out: "./drizzle", schema: ${schema}` +
      (this.casing ? `, casing: "${this.casing}"` : "") + " };\n";
  }
}

const [seed, steps, folder] = process.argv.slice(2);
const evolution = new Evolution(Number(seed));
for (let step = 0; step < Number(steps); ++step) {
  if (step > 0) evolution.step();
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, String(step), path)), { recursive: true });
    writeFileSync(join(folder, String(step), path), text);
  };
  for (const [name, text] of Object.entries(evolution.print())) write(`src/${name}.ts`, text);
  write("drizzle.config.ts", evolution.config());
}
