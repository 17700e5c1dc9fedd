// node forgery.cjs FOLDER: reads the reports in each folder of FOLDER with parsers that are not
// hoglint's, and compares them with what `expected` says was to be reported. Prints what differs and
// exits with 1; else prints how many folders it read.
const { readFileSync, readdirSync, existsSync } = require("node:fs");
const { join } = require("node:path");
const parse5 = require("parse5");
const { SaxesParser } = require("saxes");

const SIGNS = /^[\u{1F534}\u{1F7E1}\u{1F535}]/u;

// ---------------------------------------------------------------- what text is shown as

// Controls, separators and what is invisible, as Unicode names them; not as hoglint lists them.
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u{FFF9}-\u{FFFB}]/u;
const isUnsafe = (c) => UNSAFE.test(c) && !/[\uFE00-\uFE0F]/.test(c);
const LOG_COMMAND = /#(?=#\[|#vso\[|#teamcity\[)/g;

// One character of UTF-8 at this byte; null where there is none.
function decode(bytes, at) {
  for (let length = 1; length <= 4 && at + length <= bytes.length; ++length) {
    try {
      const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
        .decode(bytes.subarray(at, at + length));
      return { text, length };
    } catch {}
  }
  return null;
}

// Bytes as one line that can do nothing: what every format but JSON holds.
function show(bytes) {
  let out = "";
  for (let at = 0; at < bytes.length; ) {
    const character = decode(bytes, at);
    if (!character) {
      out += `\\x${bytes[at++].toString(16).padStart(2, "0")}`;
      continue;
    }
    const { text, length } = character;
    const code = text.codePointAt(0);
    if (/[\n\r\t]/.test(text)) out += " ";
    else if (isUnsafe(text)) {
      out += code < 0x80 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u{${code.toString(16)}}`;
    } else out += text;
    at += length;
  }
  return out.replace(LOG_COMMAND, "\\x23").replace(/^( *)::/, "$1\\x3a:");
}

const hex = (text) => Buffer.from(text, "hex");
// How lines are broken and indented is not what this is about.
const packed = (text) => text.replace(/\s+/g, "");
const shown = (text) => packed(show(hex(text)));
// Text of several lines, each shown by itself.
const shownLines = (bytes) =>
  bytes.toString("latin1").split("\n").map((line) => show(Buffer.from(line, "latin1"))).join("\n");
const shownInLines = (text) => packed(shownLines(hex(text)));
const placeOf = (f) =>
  show(hex(f.file)) + (f.span ? `:${f.line}:${f.column}` : "");

let renderMarkdown;

const problems = [];
let current = "";
const wrong = (what) => problems.push(`${current}: ${what}`);
function same(what, actual, wanted) {
  if (actual !== wanted) {
    wrong(`${what}: ${JSON.stringify(String(actual).slice(0, 300))} is not ${JSON.stringify(String(wanted).slice(0, 300))}`);
  }
}
function sameLists(what, actual, wanted) {
  same(`number of ${what}`, actual.length, wanted.length);
  wanted.forEach((each, i) => actual[i] !== undefined && same(what, actual[i], each));
}

// ---------------------------------------------------------------- what no output may have

function readText(path) {
  const bytes = readFileSync(path);
  let text = "";
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    wrong("is not UTF-8");
    return bytes.toString("utf8");
  }
  for (const c of text) {
    if (c !== "\n" && isUnsafe(c)) wrong(`holds U+${c.codePointAt(0).toString(16)}`);
  }
  return text;
}

// Lines that a CI system would run when it finds them in a log.
function checkLog(text) {
  for (const line of text.split(/[\n\r\u0085\u2028\u2029]/)) {
    if (/^\s*::/.test(line)) wrong(`a line begins a workflow command: ${line.slice(0, 100)}`);
    if (/##\[|##vso\[|##teamcity\[/.test(line)) wrong(`holds a command: ${line.slice(0, 100)}`);
  }
}

// ---------------------------------------------------------------- the formats

const readers = {};

readers.text = (text, wanted) => {
  checkLog(text);
  const collapse = (line) => line.replace(/\s+/g, " ").trim();
  const lines = text.split("\n");
  const heads = lines.filter((line) =>
    /^\S.*: (error|warning|note): .* \[[a-z-]+\]$/.test(line) && !/^2 errors, 1 warning, 1 note in /.test(line));
  sameLists("findings", heads.map(collapse), wanted.findings.map((f) =>
    collapse(`${placeOf(f)}: ${f.level}: ${show(hex(f.message))} [${f.rule}]`)));
  // Everything else is indented, a heading of ours, or empty.
  const others = lines.filter((line) => line !== "" && !/^ /.test(line) && !heads.includes(line));
  const heading = `${show(hex(wanted.findings[0].migration))}  2 errors, 1 warning, 1 note`;
  sameLists("lines at the margin", others.map((line) => line.replace(/ in 1 migration;.*/, "")),
    [heading, "Suppressed: 1", "Not checked: 2", "Unused: 1", "2 errors, 1 warning, 1 note"]
      .filter((line) => !/^ /.test(line)));
};
readers["narrow.log"] = (text) => checkLog(text);
readers["plan.log"] = (text) => checkLog(text);

// JSON keeps what was written; what is no UTF-8 is replaced.
const raw = (text) => hex(text).toString("utf8").replace(/\uFFFD+/g, "\uFFFD");
const once = (text) => String(text).replace(/\uFFFD+/g, "\uFFFD");
readers.json = (text, wanted) => {
  checkLog(text);
  const report = JSON.parse(text);
  same("number of findings", report.findings.length, wanted.findings.length);
  wanted.findings.forEach((f, i) => {
    const found = report.findings[i];
    for (const field of ["rule", "level", "fingerprint"]) same(field, found[field], f[field]);
    for (const field of ["message", "effect", "remedy", "migration"]) {
      same(field, once(found[field]), raw(f[field]));
    }
    same("file", once(f.object ? found.object : found.file), raw(f.file));
    if (f.span) same("line", found.line, f.line);
    sameLists("related", found.related.map((r) => once(r.message)), f.related.map((r) => raw(r.message)));
  });
  sameLists("failures", report.failures.map(once), [raw(wanted.failure)]);
  same("number of suppressed", report.suppressed.length, 1);
  same("reason", once(report.suppressed[0].reason), raw(wanted.reason));
  sameLists("not checked", report.notChecked.map((gap) => once(gap.reason)), wanted.gaps.map(raw));
};

readers.sarif = (text, wanted) => {
  checkLog(text);
  const { runs } = JSON.parse(text);
  const results = runs[0].results.filter((result) => !result.suppressions);
  const plain = (message) => {
    if (/(^|[^\\])(\\\\)*[[\]]/.test(message.text)) wrong("a message has a link");
    return packed(message.text.replace(/\\([[\]\\])/g, "$1"));
  };
  same("number of results", results.length, wanted.findings.length);
  wanted.findings.forEach((f, i) => {
    const result = results[i];
    same("ruleId", result.ruleId, f.rule);
    same("fingerprint", result.partialFingerprints["hoglint/v1"], f.fingerprint);
    same("message", plain(result.message),
      packed(`${show(hex(f.message))} Why: ${show(hex(f.effect))} What to do: ${shownLines(hex(f.remedy))}`));
    const [location] = result.locations;
    if (f.object) {
      same("object", packed(location.logicalLocations[0].fullyQualifiedName), shown(f.file));
    } else {
      const { uri } = location.physicalLocation.artifactLocation;
      if (!/^[A-Za-z0-9/._~%-]*$/.test(uri)) wrong(`uri ${uri}`);
      const bytes = uri.replace(/%(..)/g, (_, digits) => String.fromCharCode(parseInt(digits, 16)));
      same("uri", Buffer.from(bytes, "latin1").toString("hex"), f.file);
    }
    sameLists("related", result.relatedLocations.map((r) => plain(r.message)), f.related.map((r) => packed(shownLines(hex(r.message)))));
  });
  const [failure] = runs[0].invocations[0].toolExecutionNotifications;
  same("failure", plain(failure.message), shownInLines(wanted.failure));
  same("executionSuccessful", runs[0].invocations[0].executionSuccessful, false);
  const suppressed = runs[0].results.filter((result) => result.suppressions);
  sameLists("suppressed", suppressed.map((r) => packed(r.suppressions[0].justification)),
    [packed(shownLines(hex(wanted.reason)))]);
};

// As GitHub's runner reads a log: the properties are escaped once more than the message.
readers.github = (text, wanted) => {
  const unescape = (value) => value.replace(/%3A/g, ":").replace(/%2C/g, ",").replace(/%0D/g, "\r")
    .replace(/%0A/g, "\n").replace(/%25/g, "%");
  const commands = [];
  for (const line of text.split(/[\n\r]/)) {
    if (/##\[|##vso\[|##teamcity\[/.test(line)) wrong(`holds a command: ${line.slice(0, 100)}`);
    if (!/^\s*::/.test(line)) continue;
    const command = /^::(error|warning|notice) ([^:]*)::(.*)$/.exec(line);
    if (!command) {
      wrong(`no command of ours: ${line.slice(0, 100)}`);
      continue;
    }
    const properties = Object.fromEntries(command[2].split(",").map((property) => {
      const at = property.indexOf("=");
      return [property.slice(0, at), unescape(property.slice(at + 1))];
    }));
    commands.push({ level: command[1], properties, message: unescape(command[3]) });
  }
  const found = commands.filter((command) => command.properties.title !== "hoglint");
  same("number of annotations", found.length, wanted.findings.length);
  // One says what could not be read, one what was not checked, one what is unused.
  same("number of commands", commands.length, wanted.findings.length + 3);
  wanted.findings.forEach((f, i) => {
    same("level", found[i]?.level, f.level === "note" ? "notice" : f.level);
    same("title", found[i]?.properties.title, `hoglint: ${f.rule}`);
    same("message", packed(found[i]?.message ?? ""),
      packed(`${show(hex(f.message))} Why: ${show(hex(f.effect))} What to do: ${shownLines(hex(f.remedy))}`));
    if (!f.object) same("file", packed(found[i]?.properties.file ?? ""), shown(f.file));
  });
};

readers.gitlab = (text, wanted) => {
  checkLog(text);
  const list = JSON.parse(text);
  same("number of issues", list.length, wanted.findings.length);
  wanted.findings.forEach((f, i) => {
    same("description", packed(list[i].description), shown(f.message));
    same("path", packed(list[i].location.path), shown(f.file));
    same("fingerprint", list[i].fingerprint, f.fingerprint);
  });
};

function elements(text) {
  const found = [];
  const parser = new SaxesParser();
  const open = [];
  parser.on("error", (error) => wrong(String(error.message)));
  for (const event of ["comment", "cdata", "doctype", "processinginstruction"]) {
    parser.on(event, () => wrong(`has a ${event}`));
  }
  parser.on("opentag", (tag) => {
    const element = { name: tag.name, attributes: tag.attributes, text: "" };
    found.push(element);
    open.push(element);
  });
  parser.on("text", (more) => open.length && (open[open.length - 1].text += more));
  parser.on("closetag", () => open.pop());
  parser.write(text).close();
  return found;
}

readers.junit = (text, wanted) => {
  checkLog(text);
  const all = elements(text);
  const cases = all.filter((element) => element.name === "testcase");
  same("number of test cases", cases.length, wanted.findings.length + 1);
  same("number of elements", all.length, 2 + 2 * cases.length);
  const [failure] = all.filter((element) => element.name === "error");
  same("failure", packed(failure.attributes.message), shownInLines(wanted.failure));
  cases.shift();
  wanted.findings.forEach((f, i) => {
    same("name", packed(cases[i].attributes.name), packed(`${f.rule}:`) + shownInLines(f.message));
    same("class", packed(cases[i].attributes.classname), shownInLines(f.migration) || "hoglint");
    same("file", packed(cases[i].attributes.file), shown(f.file));
  });
};

readers.checkstyle = (text, wanted) => {
  checkLog(text);
  const all = elements(text);
  const errors = all.filter((element) => element.name === "error");
  same("number of errors", errors.length, wanted.findings.length);
  const files = new Set(wanted.findings.map((f) => shown(f.file)));
  same("number of elements", all.length, 1 + files.size + errors.length);
  const messages = errors.map((error) => packed(error.attributes.message)).sort();
  sameLists("message", messages, wanted.findings.map((f) => shownInLines(f.message)).sort());
};

// ---------------------------------------------------------------- HTML and Markdown

function* nodesOf(node) {
  for (const child of node.childNodes ?? []) {
    yield child;
    yield* nodesOf(child);
  }
}
const textOf = (node) =>
  node.nodeName === "#text" ? node.value : (node.childNodes ?? []).map(textOf).join("");
const attribute = (node, name) => node.attrs?.find((each) => each.name === name)?.value;
const hasClass = (node, name) => (attribute(node, "class") ?? "").split(" ").includes(name);
const all = (node, wanted) => [...nodesOf(node)].filter(wanted);

function checkTree(tree, tags, attributes) {
  for (const node of nodesOf(tree)) {
    if (node.nodeName === "#comment" && node.data.trim() !== "hoglint") wrong("has a comment");
    if (!node.tagName) continue;
    if (!tags.includes(node.tagName)) wrong(`has an element ${node.tagName}`);
    for (const { name, value } of node.attrs) {
      if (!attributes.includes(name)) wrong(`has an attribute ${name} of ${node.tagName}`);
      // To a part of the page, or to the page of a rule.
      const link = /^(#[a-z0-9-]+|https:\/\/[a-z0-9./-]+\/docs\/rules\/[a-z-]+\.md)$/;
      if (name === "href" && !link.test(value)) wrong(`has a link to ${value}`);
    }
  }
}

const PAGE_TAGS = ("html head meta title style body header main nav section article footer h1 h2 h3 " +
  "p ul ol li a span code pre div mark bdi dl dt dd details summary table thead tbody tr th td svg g " +
  "rect line text desc").split(" ");
const PAGE_ATTRIBUTES = ("lang charset http-equiv content name class id href aria-label " +
  "aria-labelledby data-rule data-fingerprint translate tabindex role scope value width height x y " +
  "x1 x2 y1 y2 dx rx").split(" ");

function page(text) {
  checkLog(text);
  const errors = [];
  const tree = parse5.parse(text, { onParseError: (error) => errors.push(error.code) });
  if (errors.length > 0) wrong(`HTML: ${errors.join(" ")}`);
  checkTree(tree, PAGE_TAGS, PAGE_ATTRIBUTES);
  return tree;
}
readers["plan.html"] = (text) => void page(text);

readers.html = (text, wanted) => {
  const articles = all(page(text), (node) => hasClass(node, "finding"));
  same("number of findings", articles.length, wanted.findings.length);
  wanted.findings.forEach((f, i) => {
    const part = (name) => packed(all(articles[i], (node) => hasClass(node, name)).map(textOf).join(""));
    same("level", part("level"), f.level);
    same("rule", attribute(articles[i], "data-rule"), f.rule);
    same("fingerprint", attribute(articles[i], "data-fingerprint"), f.fingerprint);
    same("message", part("message"), shown(f.message));
    same("place", part("place"), packed(placeOf(f)));
    const [why, what] = all(articles[i], (node) => node.tagName === "dd").map((dd) => packed(textOf(dd)));
    same("why", why, shown(f.effect));
    same("what to do", what, shownInLines(f.remedy));
  });
};

const MARKDOWN_TAGS = ("h3 h4 p a strong b em code pre details summary ul li br table thead tbody tr th td " +
  "sub blockquote").split(" ");

// As GitHub shows it, but for what it adds itself: mentions, references to issues and commits,
// emoji names. Outside of code there is nothing that it could take for one.
function markdown(text) {
  const tree = parse5.parseFragment(renderMarkdown(text));
  checkTree(tree, MARKDOWN_TAGS, ["class", "open", "align", "href"]);
  const outside = (node) => (node.tagName === "code" ? "\uFFFC"
    : node.nodeName === "#text" ? node.value : (node.childNodes ?? []).map(outside).join(""));
  const prose = outside(tree);
  const odd = /[@#<>&*`[\]{}$~|\\]|\b_|_\b|:\/\/|www\.|:[a-z_]+:|\b[0-9a-f]{12,}\b/.exec(prose);
  if (odd) wrong(`outside of code: ${prose.slice(Math.max(0, odd.index - 40), odd.index + 40)}`);
  return tree;
}
readers["plan.markdown"] = (text) => (checkLog(text), void markdown(text));

readers.markdown = (text, wanted) => {
  checkLog(text);
  const tree = markdown(text);
  // Of each finding, to its rule.
  same("number of links", all(tree, (node) => node.tagName === "a").length, wanted.findings.length);
  const inDetails = (node) => node && (node.tagName === "details" || inDetails(node.parentNode));
  // One to open for each; what comments allow is in a list of its own.
  const found = all(tree, (node) => SIGNS.test(textOf(node).trim()) &&
    (node.tagName === "summary" || (["p", "li"].includes(node.tagName) && !inDetails(node))));
  same("number of findings", found.length, wanted.findings.length);
};

// ---------------------------------------------------------------- all of them

async function main() {
  const [folder] = process.argv.slice(2);
  // Packages that only `import` can load.
  const [{ micromark }, gfm] = await Promise.all([import("micromark"), import("micromark-extension-gfm")]);
  renderMarkdown = (text) => micromark(text, {
    allowDangerousHtml: true, allowDangerousProtocol: true,
    extensions: [gfm.gfm()], htmlExtensions: [gfm.gfmHtml()],
  });
  const names = readdirSync(folder).sort();
  for (const name of names) {
    const expected = join(folder, name, "expected");
    const wanted = existsSync(expected) ? JSON.parse(readFileSync(expected, "utf8")) : null;
    for (const report of readdirSync(join(folder, name)).sort()) {
      if (report === "expected") continue;
      current = `${name}/${report}`;
      if (!readers[report]) {
        wrong("nothing reads this");
        continue;
      }
      try {
        readers[report](readText(join(folder, name, report)), wanted);
      } catch (error) {
        wrong(`cannot be read: ${error.message}`);
      }
    }
  }
  for (const problem of problems.slice(0, 60)) console.log(problem);
  if (problems.length > 60) console.log(`and ${problems.length - 60} more`);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`${names.length} reports read`);
}
main();
