// Finds the places of a rule's source that can be changed, and writes the source with all of these
// changes in it, each asleep (mutant.h). Works on the text as clang-format leaves it: binary
// operators stand between spaces, `Foo&&` and `array<T, 3>` do not.

// The source with the insides of comments, strings and character constants blanked, so that what
// is left is code; places stay what they were.
export function blank(source) {
  const parts = /\/\/[^\n]*|\/\*[^]*?\*\/|R"(\w*)\([^]*?\)\1"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])'/g;
  return source.replace(parts, (part) =>
    part[0] === '/' ? part.replace(/[^\n]/g, ' ') : part.replace(/[^\n]/g, '_'));
}

const closing = { '(': ')', '[': ']', '{': '}' };

// The place after the bracket that closes the one at `open`.
function afterClose(code, open) {
  let depth = 0;
  for (let at = open; at < code.length; at++) {
    if (closing[code[at]]) depth++;
    if (')]}'.includes(code[at]) && --depth === 0) return at + 1;
  }
  return code.length;
}

// The place of the first `;` at the depth of `begin`; that of the bracket that comes before it, if one
// does.
function statementEnd(code, begin) {
  let depth = 0;
  for (let at = begin; at < code.length; at++) {
    const c = code[at];
    if (closing[c]) depth++;
    if (')]}'.includes(c) && --depth < 0) return at;
    if (c === ';' && depth === 0) return at;
  }
  return code.length;
}

// What ends an operand at its own depth, besides brackets.
const weaker = {
  logical: [' && ', ' || ', ' ? ', ' : ', ', ', ';', ' = ', ' += ', ' |= ', 'return '],
  choice: [' ? ', ' : ', ', ', ';', ' = ', ' += ', ' |= ', 'return '],
};

// True when the word stands there; a line's end counts as a space.
function spaced(code, at, word) {
  if (at < 0) return false;
  for (let i = 0; i < word.length; i++) {
    const c = code[at + i];
    if (word[i] === ' ' ? !/\s/.test(c ?? '') : c !== word[i]) return false;
  }
  return true;
}

function operandBegin(code, end, stops) {
  let depth = 0;
  let at = end;
  for (; at > 0; at--) {
    const c = code[at - 1];
    if (')]}'.includes(c)) depth++;
    if (closing[c] && --depth < 0) break;
    if (depth === 0 && stops.some((word) => spaced(code, at - word.length, word))) break;
  }
  while (/\s/.test(code[at])) at++;
  return at;
}

function operandEnd(code, begin, stops) {
  let depth = 0;
  let at = begin;
  for (; at < code.length; at++) {
    const c = code[at];
    if (depth === 0 && stops.some((word) => spaced(code, at, word))) break;
    if (closing[c]) depth++;
    if (')]}'.includes(c) && --depth < 0) break;
  }
  while (/\s/.test(code[at - 1])) at--;
  return at;
}

const comparisons = {
  '==': 'Equal', '!=': 'Unequal', '<': 'Less', '<=': 'LessOrEqual', '>': 'Greater', '>=': 'GreaterOrEqual',
};

// The changes of one source, each {begin, end, kind, wrap | replace}: what is put around, or instead
// of, the code from begin to end when the mutant has that id.
class Changes {
  constructor(code) {
    this.code = code;
    this.all = [];
  }

  around(begin, end, kind, call) {
    while (/\s/.test(this.code[begin])) begin++;
    // The middle of `a && b && c` is the right of one and the left of the other; and an `if` with one
    // operand is that operand.
    const known = this.all.some((each) => each.begin === begin && each.end === end && each.call === call);
    if (begin >= end || known) return;
    const wrap = (id) => [`hoglint::mutant::${call}(${id}, static_cast<bool>(`, '))'];
    this.all.push({ begin, end, kind, call, wrap });
  }

  instead(begin, end, kind, replace) {
    if (/\bconstexpr\b/.test(this.lineOf(begin))) return;
    this.all.push({ begin, end, kind, replace });
  }

  // True when a change makes all of that code true, and another one all of it false.
  isDecided(begin, end) {
    const made = (call) => this.all.some((each) => each.begin === begin && each.end === end && each.call === call);
    return made('Never') && made('Always');
  }

  lineOf(at) {
    return this.code.slice(this.code.lastIndexOf('\n', at) + 1, (this.code.indexOf('\n', at) + 1 || this.code.length));
  }
}

export function changesOf(code) {
  const changes = new Changes(code);
  conditions(code, changes);
  returns(code, changes);
  operands(code, changes);
  comparisonsAndNot(code, changes);
  constants(code, changes);
  statements(code, changes);
  return changes.all.sort((a, b) => a.begin - b.begin || b.end - a.end);
}

// `if (declaration; condition)`, `if (const auto x = ...)` and plain conditions.
function conditions(code, changes) {
  for (const match of code.matchAll(/\b(if|while) \(/g)) {
    const open = match.index + match[0].length - 1;
    const close = afterClose(code, open) - 1;
    const inside = code.slice(open + 1, close);
    const declaration = inside.match(/^(?:const )?[\w:]+(?:<[^=;]*>)?[*&]* (\w+) = [^;]*$/s);
    if (declaration) {
      const name = declaration[1];
      const text = (id) => [`; hoglint::mutant::Never(${id}, static_cast<bool>(${name}))`, ''];
      if (match[1] === 'if') changes.all.push({ begin: close, end: close, kind: 'if never', shown: open + 1, wrap: text });
      continue;
    }
    const begin = open + 1 + lastAtDepth0(inside, ';') + 1;
    changes.around(begin, close, `${match[1]} never`, 'Never');
    if (match[1] === 'if') changes.around(begin, close, 'if always', 'Always');
  }
  for (const match of code.matchAll(/\s\?\s/g)) {
    const begin = operandBegin(code, match.index, weaker.choice);
    changes.around(begin, match.index, 'never the first of ? :', 'Never');
    changes.around(begin, match.index, 'always the first of ? :', 'Always');
  }
}

function lastAtDepth0(text, character) {
  let depth = 0;
  let last = -1;
  for (let at = 0; at < text.length; at++) {
    if (closing[text[at]]) depth++;
    if (')]}'.includes(text[at])) depth--;
    if (depth === 0 && text[at] === character) last = at;
  }
  return last;
}

// The text with what is inside brackets taken out.
function outside(text) {
  let depth = 0;
  let out = '';
  for (const c of text) {
    if (')]}'.includes(c)) depth--;
    if (depth === 0) out += c;
    if (closing[c]) depth++;
  }
  return out;
}

// `return` of what is certainly a truth value.
const logical = /\s(&&|\|\||==|!=|<|<=|>|>=)\s|^!/;
const question = /(^|::|\.|->)((any|all|none)_of|contains|starts_with|ends_with|has_value|empty|(Is|Has|May|Can|Are|Does|Was|Names)[A-Z]\w*)\(\)$/;
function returns(code, changes) {
  for (const match of code.matchAll(/\breturn\s/g)) {
    const begin = match.index + match[0].length;
    const end = statementEnd(code, begin);
    const value = outside(code.slice(begin, end)).trim();
    if (/\s\?\s/.test(value) || !(logical.test(value) || question.test(value))) continue;
    changes.around(begin, end, 'return never', 'Never');
    changes.around(begin, end, 'return always', 'Always');
  }
}

function operands(code, changes) {
  for (const match of code.matchAll(/\s(&&|\|\|)\s/g)) {
    const [begin, end] = [match.index, match.index + match[0].length];
    const call = match[1] === '&&' ? 'Always' : 'Never';
    if (code.startsWith('...', end)) continue; // a fold expression
    changes.around(operandBegin(code, begin, weaker.logical), begin, `operand of ${match[1]} dropped`, call);
    changes.around(end, operandEnd(code, end, weaker.logical), `operand of ${match[1]} dropped`, call);
  }
}

function comparisonsAndNot(code, changes) {
  for (const match of code.matchAll(/\s(==|!=|<=|>=|<|>)\s/g)) {
    const end = match.index + match[0].length;
    const [first, last] = [operandBegin(code, match.index, weaker.logical), operandEnd(code, end, weaker.logical)];
    if (changes.isDecided(first, last) && '=='.includes(match[1].at(-1)) && /^[=!]/.test(match[1])) continue;
    const text = (id) => ` ${match[1]} hoglint::mutant::${comparisons[match[1]]}{${id}} ${match[1]} `;
    changes.instead(match.index, end, `${match[1]} changed`, text);
    Object.assign(changes.all.at(-1), { shown: first, shownEnd: last });
  }
  for (const match of code.matchAll(/!(?=[\w(:])/g)) {
    const begin = match.index;
    const end = operandEnd(code, begin, weaker.logical);
    if (changes.isDecided(begin, end)) continue;
    changes.instead(begin, begin + 1, '! removed', (id) => `hoglint::mutant::Not{${id}}->*`);
    Object.assign(changes.all.at(-1), { shownEnd: end });
  }
}

function constants(code, changes) {
  for (const match of code.matchAll(/\b(true|false)\b/g)) {
    const text = (id) => `hoglint::mutant::Literal(${id}, ${match[0]})`;
    changes.instead(match.index, match.index + match[0].length, `${match[0]} turned`, text);
    changes.all.at(-1).shown = operandBegin(code, match.index, [';', ', ']);
  }
  // Not 1.5, 1'000, kOptions[0], get<0> or the 0 of a digit in a name.
  for (const match of code.matchAll(/(?<![\w.'<])\d+U?\b(?![.'>])/g)) {
    if (/\bk\w*\[$/.test(code.slice(0, match.index)) || /\bcase /.test(changes.lineOf(match.index))) continue;
    const text = (id) => `hoglint::mutant::Number(${id}, ${match[0]})`;
    const before = changes.all.length;
    changes.instead(match.index, match.index + match[0].length, `${match[0]} plus one`, text);
    if (changes.all.length === before) continue;
    changes.all.at(-1).shown = operandBegin(code, match.index, [';', ' && ', ' || ']);
    changes.all.at(-1).shownEnd = operandEnd(code, match.index, [';', ' && ', ' || ']);
  }
}

// Assignments, calls and jumps that are a statement of their own. The only statement of an `if` is not
// taken: leaving it out is the `if` that is never true.
const assignment = /^[A-Za-z_*][^\s=;{}]*\s(=|\+=|-=|\|=|&=)\s/;
const call = /^[A-Za-z_][\w:.>-]*(?=\()/;
const keyword = /^(if|for|while|switch|return|else|case|default|do|static_assert|using|namespace|sizeof|extern)\b/;
function statements(code, changes) {
  for (const match of code.matchAll(/(?<=[;{}:)]|\belse)\s+(?=[A-Za-z_*+-])/g)) {
    const begin = match.index + match[0].length;
    const rest = code.slice(begin, begin + 300);
    if (afterCondition(code, match.index)) continue;
    const jump = rest.match(/^(return|continue|break);/);
    if (!jump && keyword.test(rest)) continue;
    const end = statementEnd(code, begin);
    if (code[end] !== ';') continue;
    const called = rest.match(call);
    const isCall = called && /^[\s)]*$|^\s*(\.|->)/.test(code.slice(afterClose(code, begin + called[0].length), end));
    if (!jump && !isCall && !assignment.test(rest) && !/^(\+\+|--)[\w.>-]+;/.test(rest)) continue;
    const wrap = (id) => [`{ if (hoglint::mutant::Kept(${id})) `, ' }'];
    changes.all.push({ begin, end: end + 1, kind: 'statement left out', wrap });
  }
}

// True when that place is behind the condition of an `if`, or the colon of a range.
function afterCondition(code, at) {
  if (code[at - 1] === ':') return !/(case [\w:]+|default):$/.test(code.slice(0, at));
  if (code[at - 1] !== ')') return false;
  let depth = 0;
  for (let open = at - 1; open >= 0; open--) {
    if (')]}'.includes(code[open])) depth++;
    if (closing[code[open]] && --depth === 0) return !/\b(for|while) $/.test(code.slice(0, open));
  }
  return true;
}

// The source with the changes in it; ids count from `firstId`. No line moves.
export function mutated(source, changes, firstId) {
  const openers = new Map();
  const closers = new Map();
  const replaced = new Map();
  const push = (map, at, text, order) => map.set(at, [...(map.get(at) ?? []), { text, order }]);
  changes.forEach((change, index) => {
    const id = firstId + index;
    if (change.replace) {
      replaced.set(change.begin, { end: change.end, text: change.replace(id) });
      return;
    }
    const [prefix, suffix] = change.wrap(id);
    const length = change.end - change.begin;
    push(openers, change.begin, prefix, -length || -Infinity);
    push(closers, change.end, suffix, length);
  });
  const take = (map, at) => (map.get(at) ?? []).sort((a, b) => a.order - b.order).map((each) => each.text).join('');
  let text = '';
  for (let at = 0; at <= source.length; ) {
    text += take(closers, at) + take(openers, at);
    const other = replaced.get(at);
    text += other ? other.text : (source[at] ?? '');
    if (other) text += source.slice(at, other.end).replace(/[^\n]/g, '');
    at = other ? other.end : at + 1;
  }
  return text;
}
