// Evaluates the expressions of GitHub Actions that action.yml uses, by GitHub's documentation on
// expressions. Strict where GitHub is lenient: a context, an input or a step that there is not is
// an error here, since it can only be a misspelling.
const kToken =
  /\s*(?:('(?:[^']|'')*')|(-?\d+(?:\.\d+)?)|(&&|\|\||==|!=|[!().,])|([A-Za-z_][\w-]*))/y;

function tokens(text) {
  const list = [];
  kToken.lastIndex = 0;
  while (kToken.lastIndex < text.trimEnd().length) {
    const begin = kToken.lastIndex;
    const match = kToken.exec(text);
    if (match === null) throw new Error(`expression not understood at ${begin}: ${text}`);
    const [, string, number, sign, name] = match;
    if (string !== undefined) list.push({ value: string.slice(1, -1).replaceAll("''", "'") });
    else if (number !== undefined) list.push({ value: Number(number) });
    else list.push(sign !== undefined ? { sign } : { name });
  }
  return list;
}

// GitHub compares values of different types as numbers, and strings without regard to case.
function asNumber(value) {
  if (value === null || value === '') return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? Number(value) : NaN;
}

function equal(left, right) {
  if (typeof left === 'string' && typeof right === 'string') {
    return left.toLowerCase() === right.toLowerCase();
  }
  if (typeof left === typeof right && left !== null && right !== null) return left === right;
  return asNumber(left) === asNumber(right);
}

const truthy = (value) => value !== null && value !== false && value !== 0 && value !== '';

// contexts: {github, inputs, steps, ...}; status: {success, cancelled}.
export function evaluate(text, contexts, status) {
  const list = tokens(text);
  let at = 0;
  const isSign = (sign) => list[at]?.sign === sign;
  const take = (sign) => {
    if (!isSign(sign)) throw new Error(`expected ${sign} in: ${text}`);
    ++at;
  };
  const functions = {
    always: () => true,
    success: () => status.success && !status.cancelled,
    failure: () => !status.success && !status.cancelled,
    cancelled: () => status.cancelled,
  };

  function primary() {
    if (isSign('(')) {
      take('(');
      const value = either();
      take(')');
      return value;
    }
    const token = list[at++];
    if (token === undefined) throw new Error(`expression ends too early: ${text}`);
    if ('value' in token) return token.value;
    if (token.name === undefined) throw new Error(`unexpected ${token.sign} in: ${text}`);
    if (['true', 'false', 'null'].includes(token.name)) return JSON.parse(token.name);
    if (isSign('(')) {
      take('(');
      take(')');
      if (!(token.name in functions)) throw new Error(`no function ${token.name} in: ${text}`);
      return functions[token.name]();
    }
    if (!(token.name in contexts)) throw new Error(`no context ${token.name} in: ${text}`);
    return property(token.name, contexts[token.name]);
  }

  function property(name, value) {
    for (let depth = 0; isSign('.'); ++depth) {
      take('.');
      const key = list[at++].name;
      const closed = (name === 'inputs' || name === 'steps') && depth === 0;
      if (closed && !(key in value)) throw new Error(`no ${name}.${key} in: ${text}`);
      value = value?.[key] ?? null;
    }
    return value;
  }

  function not() {
    if (!isSign('!')) return primary();
    take('!');
    return !truthy(not());
  }

  function comparison() {
    const left = not();
    for (const sign of ['==', '!=']) {
      if (!isSign(sign)) continue;
      take(sign);
      return equal(left, not()) === (sign === '==');
    }
    return left;
  }

  function both() {
    let value = comparison();
    while (isSign('&&')) {
      take('&&');
      const right = comparison();
      value = truthy(value) ? right : value;
    }
    return value;
  }

  function either() {
    let value = both();
    while (isSign('||')) {
      take('||');
      const right = both();
      value = truthy(value) ? value : right;
    }
    return value;
  }

  const value = either();
  if (at !== list.length) throw new Error(`more than one expression: ${text}`);
  return value;
}

function asText(value) {
  if (value === null) return '';
  if (typeof value === 'object') throw new Error('an object where a text is needed');
  return String(value);
}

// A text with ${{ }} in it.
export function interpolate(text, contexts, status) {
  return String(text).replace(/\$\{\{(.*?)\}\}/gs, (_, inner) =>
    asText(evaluate(inner, contexts, status)),
  );
}

// An `if:`, which is an expression with or without ${{ }}, and means success() && it, unless it
// asks for the status itself.
export function condition(text, contexts, status) {
  if (text === undefined) return status.success && !status.cancelled;
  const inner = String(text).replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1');
  const asks = /\b(always|success|failure|cancelled)\s*\(/.test(inner);
  const value = truthy(evaluate(inner, contexts, status));
  return asks ? value : value && status.success && !status.cancelled;
}
