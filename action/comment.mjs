// Writes hoglint's report as a comment of the pull request, or updates the one that is there: found
// by its first line, a marker that nobody sees. Needs Node.js 18, no packages.
import { readFileSync } from 'node:fs';

const environment = process.env;
const kLongestComment = 65536;
const kAttempts = 4;
const kMostPages = 50;

const escaped = (text) => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const tell = (level, text) => console.log(`::${level} title=hoglint::${escaped(text)}`);
const pause = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

// An answer of the API that is not a success. `retry` is how many seconds to wait before the next
// attempt, absent when another one is of no use.
class ApiError extends Error {
  constructor(what, status, retry) {
    super(`${what}: ${status === 0 ? 'no answer' : `status ${status}`}`);
    this.status = status;
    this.retry = retry;
  }
}

// When to try again, in seconds: GitHub answers 429, or 403 with a time, where one asks too often.
function secondsToWait(response) {
  const after = Number(response.headers.get('retry-after'));
  if (after > 0 && after <= 60) return after;
  return response.status >= 500 || response.status === 429 ? 1 : undefined;
}

async function ask(method, path, body) {
  const what = `${method} ${path}`;
  let response;
  try {
    response = await fetch(`${environment.GITHUB_API_URL}${path}`, {
      method,
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${environment.HOGLINT_TOKEN}`,
        'content-type': 'application/json',
        'user-agent': 'hoglint-action',
        'x-github-api-version': '2022-11-28',
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(30000),
    });
  } catch {
    throw new ApiError(what, 0, 1);
  }
  if (!response.ok) throw new ApiError(what, response.status, secondsToWait(response));
  const more = /rel="next"/.test(response.headers.get('link') ?? '');
  return { value: response.status === 204 ? null : await response.json(), more };
}

// Whether a comment is by whom the token belongs to: anybody may write the marker. An app's token,
// such as the job's (ghs_), cannot ask for its own name; what it writes is by a bot.
async function authorship() {
  const ofBot = (comment) => comment.user?.type === 'Bot';
  if (environment.HOGLINT_TOKEN.startsWith('ghs_')) return ofBot;
  try {
    const { value } = await ask('GET', '/user');
    return (comment) => comment.user?.login === value.login;
  } catch (error) {
    if (error.status === 401 || error.status === 403 || error.status === 404) return ofBot;
    throw error;
  }
}

async function ownComments(comments, marker) {
  const isOwn = await authorship();
  const found = [];
  for (let page = 1; page <= kMostPages; ++page) {
    const { value, more } = await ask('GET', `${comments}?per_page=100&page=${page}`);
    found.push(
      ...value.filter(
        (comment) => isOwn(comment) && (comment.body ?? '').split(/\r?\n/, 1)[0] === marker,
      ),
    );
    if (!more) break;
  }
  return found;
}

function markerOf(name) {
  if (name === '') return '<!-- hoglint -->';
  if (!/^[A-Za-z0-9._-]{1,64}$/.test(name) || name.includes('--')) {
    throw new Error(`input comment-name has other characters than letters, digits, . _ -: ${name}`);
  }
  return `<!-- hoglint ${name} -->`;
}

// The report with our marker as its first line, and with the commit that it is about.
function commentText(marker) {
  const report = readFileSync(environment.MARKDOWN, 'utf8').replace(/^<!-- hoglint -->\r?\n/, '');
  const run =
    `${environment.GITHUB_SERVER_URL}/${environment.GITHUB_REPOSITORY}/actions/runs/` +
    environment.GITHUB_RUN_ID;
  const commit = environment.PULL_REQUEST_HEAD.slice(0, 12);
  const footer = `\n<sub>For commit ${commit} · [log](${run})</sub>\n`;
  const whole = `${marker}\n${report}${footer}`;
  if (whole.length <= kLongestComment) return whole;
  const verdict = report.split('\n', 1)[0];
  return (
    `${marker}\n${verdict}\n\nThe report is too long for a comment; the job summary has it.\n` +
    footer
  );
}

// All of it once more at each attempt, since a request that failed may still have been carried out:
// a second POST would make a second comment.
async function write() {
  const issues = `/repos/${environment.GITHUB_REPOSITORY}/issues`;
  const comments = `${issues}/${environment.PULL_REQUEST}/comments`;
  const marker = markerOf(environment.COMMENT_NAME ?? '');
  const body = commentText(marker);
  const [first, ...surplus] = await ownComments(comments, marker);
  const clean = environment.EXIT_CODE === '0' && environment.FINDINGS === '0';
  if (first === undefined) {
    if (clean) return 'Nothing was found: no comment';
    await ask('POST', comments, { body });
    return 'Wrote a comment';
  }
  // Two jobs that ran at once may each have written one.
  for (const comment of surplus) await ask('DELETE', `${issues}/comments/${comment.id}`);
  await ask('PATCH', `${issues}/comments/${first.id}`, { body });
  return 'Updated the comment';
}

async function main() {
  if (typeof fetch !== 'function') throw new Error('this Node.js is older than 18');
  for (let attempt = 1; ; ++attempt) {
    try {
      return console.log(await write());
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.retry === undefined || attempt === kAttempts) return tellWhyNot(error);
      await pause(error.retry * attempt * Number(environment.HOGLINT_RETRY_DELAY ?? 2));
    }
  }
}

function tellWhyNot(error) {
  if (error.status === 403 || error.status === 404) {
    tell(
      'notice',
      `The pull request got no comment, the job summary has the report: this token may ` +
        `not write one (${error.message}). A pull request from a fork gets a token that only reads; ` +
        `else give the job "permissions: pull-requests: write"`,
    );
  } else {
    tell(
      'warning',
      `The comment could not be written, the job summary has the report: ${error.message}`,
    );
  }
}

main().catch((error) => tell('warning', `The comment could not be written: ${error.message}`));
