// node each.cjs MODULES SCHEMA DOCUMENTS [closed|mutate]: checks every document of a JSON list
// against a schema, and prints a JSON list of what is wrong. MODULES is the folder where the
// packages of install.sh are.
//
// closed: objects take no member that the schema does not name. mutate: each document is spoiled in
// every member, once by a value of a wrong type and once by an unknown member; what is still taken
// is printed.
const { createRequire } = require("node:module");
const { readFileSync } = require("node:fs");

const [modules, schemaPath, documentsPath, mode = ""] = process.argv.slice(2);
const from = createRequire(modules + "/package.json");
const Ajv2020 = from("ajv/dist/2020");
const read = (path) => JSON.parse(readFileSync(path, "utf8"));

const schema = read(schemaPath);
if (mode !== "") close(schema);
const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false });
from("ajv-formats")(ajv);
const validate = ajv.compile(schema);
const wrong = [];
const tried = new Set();
read(documentsPath).forEach((document, number) => {
  if (!validate(document)) {
    wrong.push(`${number}: ${ajv.errorsText(validate.errors)}`);
  } else if (mode === "mutate") {
    spoil(document, document, "");
  }
});
console.log(JSON.stringify(wrong));

// Closes the objects whose members are named, unless they are parts of others.
function close(node) {
  if (Array.isArray(node)) return node.forEach(close);
  if (node === null || typeof node !== "object") return;
  const open = node.additionalProperties === undefined && node.unevaluatedProperties === undefined;
  if ([node.type].flat().includes("object") && node.properties && open && !node.$ref && !node.oneOf) {
    node.additionalProperties = false;
  }
  Object.values(node).forEach(close);
}

// Spoils what is below `node`, each place of the format once.
function spoil(document, node, path) {
  if (node === null || typeof node !== "object") return;
  if (!Array.isArray(node)) {
    expectRefusal(document, `${path} with an unknown member`, () => {
      node["no such member"] = 1;
      return () => delete node["no such member"];
    });
  }
  for (const key of Object.keys(node)) {
    const place = `${path}/${Array.isArray(node) ? "*" : key}`;
    const value = node[key];
    expectRefusal(document, `${place} of a wrong type`, () => {
      node[key] = typeof value === "boolean" || value === null ? { wrong: ["wrong"] } : true;
      return () => (node[key] = value);
    });
    spoil(document, value, place);
  }
}

function expectRefusal(document, name, change) {
  if (tried.has(name)) return;
  tried.add(name);
  const undo = change();
  if (validate(document)) wrong.push(name);
  undo();
}
