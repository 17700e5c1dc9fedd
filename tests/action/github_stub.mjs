// GitHub on loopback: as much of its REST API, of its releases and of its git server as the action
// uses, by GitHub's documentation. Each request is checked; one that is not expected is refused and
// kept in `violations`, which every test expects to be empty.
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';

const kLongestBody = 65536;

function readAll(request) {
  return new Promise((resolve) => {
    const parts = [];
    request.on('data', (part) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts)));
  });
}

// git http-backend, which ships with git, as a CGI program.
function serveGit(root, request, response, body, url) {
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env.PATH,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_CONFIG_COUNT: '2',
      GIT_CONFIG_KEY_0: 'uploadpack.allowAnySHA1InWant',
      GIT_CONFIG_VALUE_0: 'true',
      GIT_CONFIG_KEY_1: 'safe.directory',
      GIT_CONFIG_VALUE_1: '*',
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      CONTENT_LENGTH: String(body.length),
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: request.headers['git-protocol'] ?? '',
    },
  });
  child.stdin.on('error', () => {});
  child.stdin.end(body);
  const parts = [];
  child.stdout.on('data', (part) => parts.push(part));
  child.on('close', () => {
    const all = Buffer.concat(parts);
    const split = all.indexOf('\r\n\r\n');
    const headers = {};
    let status = 200;
    for (const line of all.subarray(0, split).toString().split('\r\n')) {
      const [key, value] = line.split(/: (.*)/s);
      if (key === 'Status') status = Number.parseInt(value, 10);
      else headers[key] = value;
    }
    response.writeHead(status, headers).end(all.subarray(split + 4));
  });
}

export class GithubStub {
  // options: {token, repository, pullRequest, gitRoot, needsLogin}
  constructor(options) {
    this.options = options;
    this.comments = [];
    this.releases = new Map(); // "owner/repo/v0.1.0/name" -> Buffer
    this.latest = null;
    this.self = { login: 'github-actions[bot]', type: 'Bot' };
    this.pageSize = 100;
    this.faults = []; // {method, path, status, headers, times, carriedOut}
    this.requests = [];
    this.violations = [];
    this.nextId = 9001;
    this.server = createServer((request, response) => {
      this.answer(request, response).catch((error) => {
        this.violations.push(String(error));
        response.writeHead(500).end();
      });
    });
  }

  async start() {
    await new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${this.server.address().port}`;
    return this;
  }

  stop() {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }

  addComment(user, body) {
    const comment = { id: this.nextId++, user, body };
    this.comments.push(comment);
    return comment;
  }

  async answer(request, response) {
    const url = new URL(request.url, this.url);
    const body = await readAll(request);
    const { authorization } = request.headers;
    if (url.pathname.startsWith('/api/')) return this.answerApi(request, response, url, body);
    if (/\.git\/|\/info\/refs$|\/git-upload-pack$/.test(url.pathname)) {
      const login = `basic ${Buffer.from(`x-access-token:${this.options.token}`).toString('base64')}`;
      this.requests.push(`git ${request.method} ${url.pathname}`);
      if (this.options.needsLogin && authorization?.toLowerCase() !== login.toLowerCase()) {
        return response.writeHead(401, { 'www-authenticate': 'Basic realm="GitHub"' }).end();
      }
      return serveGit(this.options.gitRoot, request, response, body, url);
    }
    this.requests.push(`${request.method} ${url.pathname}`);
    if (authorization !== undefined) this.violations.push('a token with a download');
    const fault = this.fault(request.method, url.pathname);
    if (fault) return response.writeHead(fault.status).end();
    const asset = this.releases.get(url.pathname.replace('/releases/download', '').slice(1));
    if (request.method !== 'GET' || !url.pathname.includes('/releases/download/')) {
      this.violations.push(`${request.method} ${url.pathname}`);
    }
    if (asset === undefined) return response.writeHead(404).end('Not Found');
    response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(asset);
  }

  fault(method, path) {
    const fault = this.faults.find(
      (one) => one.method === method && path.endsWith(one.path) && one.times > 0,
    );
    if (fault) --fault.times;
    return fault;
  }

  async answerApi(request, response, url, body) {
    const path = url.pathname.slice('/api'.length);
    const send = (status, value, headers = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
        .end(value === undefined ? '' : JSON.stringify(value));
    const what = `${request.method} ${path}${url.search}`;
    this.requests.push(what);
    if (request.headers.authorization !== `Bearer ${this.options.token}`) {
      this.violations.push(`${what}: authorization`);
      return send(401, { message: 'Bad credentials' });
    }
    if (!request.headers['user-agent'])
      this.violations.push(`${what}: GitHub asks for a user agent`);
    if (request.headers.accept !== 'application/vnd.github+json') {
      this.violations.push(`${what}: accept ${request.headers.accept}`);
    }
    const fault = this.fault(request.method, path);
    if (fault && !fault.carriedOut) {
      return send(fault.status, { message: 'fault' }, fault.headers);
    }
    const answer = this.carryOut(request, path, url, body, what);
    if (fault) return send(fault.status, { message: 'fault' }, fault.headers);
    send(...answer);
  }

  carryOut(request, path, url, body, what) {
    const issues = `/repos/${this.options.repository}/issues`;
    const list = `${issues}/${this.options.pullRequest}/comments`;
    const one = path.startsWith(`${issues}/comments/`)
      ? this.comments.find((comment) => path === `${issues}/comments/${comment.id}`)
      : undefined;
    switch (request.method) {
      case 'GET':
        if (path === '/user') {
          return this.self.type === 'Bot'
            ? [403, { message: 'Resource not accessible by integration' }]
            : [200, this.self];
        }
        if (/^\/repos\/[^/]+\/[^/]+\/releases\/latest$/.test(path)) {
          return this.latest === null
            ? [404, { message: 'Not Found' }]
            : [200, { body: 'x "tag_name": "v6.6.6" y', tag_name: this.latest }];
        }
        if (path === list) return this.listComments(url);
        break;
      case 'POST':
        if (path === list) return this.writeComment(request, body, what, null);
        break;
      case 'PATCH':
        if (one) return this.writeComment(request, body, what, one);
        break;
      case 'DELETE':
        if (one) {
          this.comments.splice(this.comments.indexOf(one), 1);
          return [204];
        }
        break;
    }
    this.violations.push(what);
    return [404, { message: 'Not Found' }];
  }

  listComments(url) {
    const page = Number(url.searchParams.get('page') ?? '1');
    if (url.searchParams.get('per_page') !== '100') this.violations.push('per_page');
    const begin = (page - 1) * this.pageSize;
    const headers = {};
    if (begin + this.pageSize < this.comments.length) {
      headers.link =
        `<${url.origin}${url.pathname}?per_page=100&page=${page + 1}>; rel="next", ` +
        `<${url.origin}${url.pathname}?per_page=100&page=99>; rel="last"`;
    }
    return [200, this.comments.slice(begin, begin + this.pageSize), headers];
  }

  writeComment(request, body, what, comment) {
    const value = JSON.parse(body.toString('utf8'));
    if (Object.keys(value).join() !== 'body')
      this.violations.push(`${what}: ${Object.keys(value)}`);
    if (!/^application\/json/.test(request.headers['content-type'])) {
      this.violations.push(`${what}: content type`);
    }
    if (value.body.length > kLongestBody) return [422, { message: 'body is too long' }];
    if (comment === null) return [201, this.addComment(this.self, value.body)];
    comment.body = value.body;
    return [200, comment];
  }
}
