// Where the statements of a SQL file stand, so that findings of different tools can be compared.

// [{begin, end, line, endLine}], begin at the first byte that is no comment; lines from 1.
export function statementsOf(text) {
  const statements = [];
  let begin = -1;
  for (let at = 0; at < text.length; ) {
    const comment = commentEnd(text, at);
    if (comment > at) {
      at = comment;
      continue;
    }
    if (text[at] === ";") {
      if (begin >= 0) statements.push({ begin, end: at });
      begin = -1;
      ++at;
      continue;
    }
    if (begin < 0 && !/\s/.test(text[at])) begin = at;
    at = quotedEnd(text, at);
  }
  if (begin >= 0) statements.push({ begin, end: text.length });
  const lineAt = lineCounter(text);
  return statements.map((s) => ({ ...s, line: lineAt(s.begin), endLine: lineAt(s.end) }));
}

// A function from offsets to line numbers.
export function lineCounter(text) {
  const starts = [0];
  for (let i = 0; i < text.length; ++i) if (text[i] === "\n") starts.push(i + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

function commentEnd(text, at) {
  if (text.startsWith("--", at)) {
    const end = text.indexOf("\n", at);
    return end < 0 ? text.length : end;
  }
  if (!text.startsWith("/*", at)) return at;
  let depth = 0;
  for (let i = at; i < text.length; ++i) {
    if (text.startsWith("/*", i)) ++depth, ++i;
    else if (text.startsWith("*/", i)) {
      ++i;
      if (--depth === 0) return i + 1;
    }
  }
  return text.length;
}

// Behind the string, name or dollar-quoted body that begins here, or the next byte.
function quotedEnd(text, at) {
  const dollar = /^\$[A-Za-z_]*\$/.exec(text.slice(at, at + 64));
  if (dollar !== null) {
    const end = text.indexOf(dollar[0], at + dollar[0].length);
    return end < 0 ? text.length : end + dollar[0].length;
  }
  if (text[at] !== "'" && text[at] !== '"') return at + 1;
  const end = text.indexOf(text[at], at + 1);
  return end < 0 ? text.length : end + 1;
}
