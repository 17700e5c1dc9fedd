// The statements of a script as psql would send them, one by one.

const word = /[\p{L}\p{N}_]/u;

// Behind the quote, comment or single character at `at`.
function behind(text, at) {
  const end = (index, size) => (index < 0 ? text.length : index + size);
  const two = text.slice(at, at + 2);
  if (two === "--") return end(text.indexOf("\n", at), 0);
  if (two === "/*") return behindComment(text, at);
  if (text[at] === '"') return end(text.indexOf('"', at + 1), 1);
  if (text[at] === "'") return behindString(text, at);
  if (text[at] !== "$" || word.test(text[at - 1] ?? "")) return at + 1;
  const tag = /^\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/u.exec(text.slice(at, at + 70))?.[0];
  return tag ? end(text.indexOf(tag, at + tag.length), tag.length) : at + 1;
}

function behindComment(text, at) {
  let depth = 0;
  do {
    const two = text.slice(at, at + 2);
    if (two === "/*") depth++;
    if (two === "*/") depth--;
    at += two === "/*" || two === "*/" ? 2 : 1;
  } while (depth > 0 && at < text.length);
  return at;
}

function behindString(text, at) {
  const escapes = /[eE]/.test(text[at - 1] ?? "");
  for (at++; at < text.length && text[at] !== "'"; at++) {
    if (escapes && text[at] === "\\") at++;
  }
  return at + 1;
}

const bare = (sql) => sql.replace(/--[^\n]*|\/\*[^]*?\*\//g, "").trim();

// Whether a semicolon behind that text ends a statement: not within BEGIN ATOMIC ... END.
const isOpen = (sql) => /\bbegin\s+atomic\b/i.test(sql) && !/\bend\s*$/i.test(sql);

// [{sql, rows}]: each with its semicolon; `rows` are what COPY ... FROM stdin reads, with the line
// that ends them. psql's own commands are left out, what they send is kept.
export function statementsOf(text) {
  const statements = [];
  let sql = "";
  let depth = 0;
  const finish = (rows) => {
    if (bare(sql)) statements.push({ sql: `${sql.replace(/;$/, "").trim()}\n;`, rows });
    sql = "";
  };
  for (let at = 0; at < text.length; ) {
    if (text[at] === "\\") {
      const end = (text.indexOf("\n", at) + 1 || text.length + 1) - 1;
      if (/^\\(g|gx|gset|gexec|gdesc|crosstabview|bind|;)/.test(text.slice(at, end))) finish();
      at = text.startsWith("\\;", at) ? at + 2 : end;
      continue;
    }
    const next = behind(text, at);
    sql += text.slice(at, next);
    if (text[at] === "(") depth++;
    if (text[at] === ")") depth = Math.max(0, depth - 1);
    if (text[at] === ";" && depth === 0 && !isOpen(bare(sql.slice(0, -1)))) {
      const rows = rowsBehind(text, next, sql);
      finish(rows);
      at = next + (rows ? text.slice(next).indexOf(rows) + rows.length : 0);
      continue;
    }
    at = next;
  }
  return statements;
}

function rowsBehind(text, at, sql) {
  if (!/^copy\b[^]*\bfrom\s+stdin\b/i.test(bare(sql))) return undefined;
  const rest = text.slice(text.indexOf("\n", at) + 1);
  return /^[^]*?^\\\.[ \t]*$/m.exec(rest)?.[0];
}
