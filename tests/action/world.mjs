// What a test of the action needs around it: a temporary folder, the stub of GitHub, a repository
// with a pull request, and the checkout that actions/checkout would make of it.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { GithubStub } from './github_stub.mjs';
import { run, runAction } from './runner.mjs';

export const binary = process.env.HOGLINT_BINARY;
export const kToken = 'ghs_0123456789abcdefABCDEF';
export const kRepository = 'acme/shop';
export const kPullRequest = 7;
export const kClean = 'CREATE TABLE orders (id int PRIMARY KEY);\n';
export const kBad = 'ALTER TABLE users DROP COLUMN email;\n';
export const kMarker = '<!-- hoglint -->';

const kGitEnvironment = {
  PATH: process.env.PATH,
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_AUTHOR_DATE: '2026-01-02T03:04:05Z',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.com',
  GIT_COMMITTER_DATE: '2026-01-02T03:04:05Z',
};

export async function git(cwd, ...args) {
  const { code, log } = await run('git', args, { cwd, env: kGitEnvironment });
  if (code !== 0) throw new Error(`git ${args.join(' ')}: ${log}`);
  return log.trim();
}

export class World {
  // options of the stub, and `http`: the checkout's origin is the stub, else a file:// address.
  static async make(t, options = {}) {
    const world = new World();
    world.temp = realpathSync(mkdtempSync(path.join(tmpdir(), 'hoglint-action-')));
    world.gitRoot = path.join(world.temp, 'git');
    world.bare = path.join(world.gitRoot, `${kRepository}.git`);
    world.token = kToken;
    world.stub = await new GithubStub({
      token: kToken,
      repository: kRepository,
      pullRequest: kPullRequest,
      gitRoot: world.gitRoot,
      ...options,
    }).start();
    world.origin = options.http ? `${world.stub.url}/${kRepository}` : `file://${world.bare}`;
    t.after(async () => {
      await world.stub.stop();
      rmSync(world.temp, { recursive: true, force: true });
      assert.deepEqual(world.stub.violations, []);
    });
    return world;
  }

  // A merged history with a hazard of its own in it, so that a wrong base shows.
  async initialize() {
    this.work = path.join(this.temp, 'work');
    mkdirSync(this.bare, { recursive: true });
    await git(this.bare, 'init', '--quiet', '--bare', '--initial-branch=main');
    await git(this.bare, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
    mkdirSync(this.work);
    await git(this.work, 'init', '--quiet', '--initial-branch=main');
    await this.commit({
      'migrations/0001_users.sql':
        'CREATE TABLE users (id int PRIMARY KEY, name text, email text, phone text);\n',
    });
    return this.commit({ 'migrations/0002_name.sql': 'ALTER TABLE users DROP COLUMN name;\n' });
  }

  // Commits files (null: deletes) on the current branch of `work`; its hash.
  async commit(files) {
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(this.work, name);
      if (text === null) {
        rmSync(file);
        continue;
      }
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    await git(this.work, 'add', '--all');
    await git(this.work, 'commit', '--quiet', '--allow-empty', '-m', 'change');
    return git(this.work, 'rev-parse', 'HEAD');
  }

  push(...refs) {
    return git(this.work, 'push', '--quiet', '--force', this.bare, ...refs);
  }

  // A pull request with these files, as GitHub keeps it: main went on after it was opened, and
  // refs/pull/7/merge is the merge into the newer main. Its event still names the older one.
  async pullRequest(files) {
    const base = await this.initialize();
    await git(this.work, 'checkout', '--quiet', '-b', 'feature');
    const head = await this.commit(files);
    await git(this.work, 'checkout', '--quiet', 'main');
    const newer = await this.commit({
      'migrations/0003_phone.sql': 'ALTER TABLE users DROP COLUMN phone;\n',
    });
    this.pull = { base, head, newer };
    await this.mergePullRequest(head);
    this.event = {
      name: 'pull_request',
      ref: `refs/pull/${kPullRequest}/merge`,
      baseRef: 'main',
      payload: {
        action: 'opened',
        number: kPullRequest,
        pull_request: {
          number: kPullRequest,
          base: { ref: 'main', sha: base },
          head: { ref: 'feature', sha: head },
        },
        repository: { full_name: kRepository, default_branch: 'main' },
      },
    };
    await this.checkout(this.pull.merge, this.event.ref);
  }

  async mergePullRequest(head) {
    await git(this.work, 'checkout', '--quiet', '--detach', 'main');
    await git(this.work, 'merge', '--quiet', '--no-ff', '-m', 'merge', head);
    this.pull.merge = await git(this.work, 'rev-parse', 'HEAD');
    await git(this.work, 'checkout', '--quiet', 'main');
    await this.push(
      'main',
      `${head}:refs/heads/feature`,
      `${head}:refs/pull/${kPullRequest}/head`,
      `${this.pull.merge}:refs/pull/${kPullRequest}/merge`,
    );
  }

  // Another push to the pull request, and its checkout.
  async pushToPullRequest(files) {
    await git(this.work, 'checkout', '--quiet', 'feature');
    const head = await this.commit(files);
    await git(this.work, 'checkout', '--quiet', 'main');
    this.pull.head = head;
    this.event.payload.action = 'synchronize';
    this.event.payload.pull_request.head.sha = head;
    await this.mergePullRequest(head);
    await this.checkout(this.pull.merge, this.event.ref);
  }

  // What actions/checkout does for a commit of a ref (its own log shows these commands).
  async checkout(commit, ref, depth = 1) {
    this.workspace = mkdtempSync(path.join(this.temp, 'workspace-'));
    const local = ref.startsWith('refs/heads/')
      ? ref.replace('refs/heads/', 'refs/remotes/origin/')
      : ref.replace('refs/', 'refs/remotes/');
    const login = Buffer.from(`x-access-token:${kToken}`).toString('base64');
    await git(this.workspace, 'init', '--quiet');
    await git(this.workspace, 'remote', 'add', 'origin', this.origin);
    const persisted = [
      'config',
      '--local',
      `http.${this.stub.url}/.extraheader`,
      `AUTHORIZATION: basic ${login}`,
    ];
    await git(this.workspace, ...persisted);
    await git(
      this.workspace,
      'fetch',
      '--quiet',
      '--no-tags',
      '--prune',
      '--no-recurse-submodules',
      ...(depth > 0 ? [`--depth=${depth}`] : []),
      'origin',
      `+${commit}:${local}`,
    );
    await git(this.workspace, 'checkout', '--quiet', '--progress', '--force', local);
    if (ref.startsWith('refs/heads/')) {
      await git(
        this.workspace,
        'checkout',
        '--quiet',
        '-B',
        ref.slice('refs/heads/'.length),
        local,
      );
    }
    if (!this.persistCredentials) {
      await git(this.workspace, 'config', '--local', '--unset-all', persisted[2]);
    }
  }

  run(inputs = {}, more = {}) {
    return runAction({
      workspace: this.workspace,
      temp: this.temp,
      event: this.event,
      url: this.stub.url,
      repository: kRepository,
      token: this.token,
      inputs: { binary, ...inputs },
      ...more,
    });
  }

  // The findings of a report as "rule file:line".
  static findings(result) {
    return JSON.parse(readFileSync(result.outputs.json, 'utf8')).findings.map(
      (finding) => `${finding.rule} ${finding.file}:${finding.line}`,
    );
  }

  ownComments() {
    return this.stub.comments.filter((comment) => comment.user.login === this.stub.self.login);
  }
}
