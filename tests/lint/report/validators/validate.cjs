// node validate.cjs sarif FILE | config SCHEMA FILE: says what is wrong with the file and exits with 1.
const { readFileSync } = require("node:fs");
const Ajv = require("ajv-draft-04");
const Ajv2020 = require("ajv/dist/2020");
const formats = require("ajv-formats");

const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const [kind, first, second] = process.argv.slice(2);
const sarif = "./node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json";
// The schema of SARIF has a pattern that only the older rules of regular expressions take.
const ajv = kind === "sarif" ? new Ajv({ strict: false, unicodeRegExp: false }) : new Ajv2020();
formats(ajv);
const schema = kind === "sarif" ? read(require.resolve(sarif)) : read(first);
const validate = ajv.compile(schema);
if (!validate(read(kind === "sarif" ? first : second))) {
  console.log(ajv.errorsText(validate.errors));
  process.exit(1);
}
