/** The part of GitHub's API that the editor uses, over a bare Git repository. https://docs.github.com/en/rest */
import { execFileSync } from 'node:child_process';
import type { BrowserContext, Route } from 'playwright-core';
import { z } from 'zod';
import { PullRequests } from './github-pulls.ts';

const GraphQuery = z.object({
  query: z.string(),
  variables: z.looseObject({ input: z.looseObject({}).optional() }),
});

const Commit = z.object({
  branch: z.object({ branchName: z.string() }),
  expectedHeadOid: z.string(),
  fileChanges: z.object({
    additions: z.array(z.object({ path: z.string(), contents: z.string() })),
    deletions: z.array(z.object({ path: z.string() })),
  }),
  message: z.object({ headline: z.string() }),
});

type Commit = z.infer<typeof Commit>;

const WRITER = { name: 'Rosa', login: 'rosa', email: 'rosa@garden.example', id: 1 };
const BRANCH = 'refs/heads/main';

export class GitHub {
  readonly #repository: string;
  readonly #pulls = new PullRequests((args) => this.#git(args));
  /** Requests without an answer. */
  readonly unknown: string[] = [];
  /** Requests for anything but the API. */
  readonly foreign: string[] = [];

  /**
   * @param folder empty, for the repository
   * @param files of the first commit, by path
   */
  constructor(folder: string, files: Readonly<Record<string, string | Uint8Array>>) {
    this.#repository = folder;
    this.#git(['init', '--bare', '--quiet', '--initial-branch=main', '.']);
    const additions = Object.entries(files).map(([path, content]) => ({
      path,
      contents: Buffer.from(content).toString('base64'),
    }));
    this.#commit({
      branch: { branchName: 'main' },
      expectedHeadOid: '',
      fileChanges: { additions, deletions: [] },
      message: { headline: 'Begin' },
    });
  }

  get head(): string {
    return this.#git(['rev-parse', BRANCH]).trim();
  }

  /** Titles, branches and states of the pull requests. */
  get pullRequests(): string[] {
    return this.#pulls.all;
  }

  /** Paths of all files. */
  get files(): string[] {
    return this.#git(['ls-tree', '-r', '-z', '--name-only', BRANCH]).split('\0').filter(Boolean);
  }

  read(path: string): Buffer {
    return this.#bytes(['cat-file', 'blob', `${BRANCH}:${path}`]);
  }

  /** Lines that the last commit took away and added, with the names of files. */
  lastChange(): string[] {
    const shown = this.#git(['show', '--format=', '--unified=0', '--find-renames', BRANCH]);
    return shown.split('\n').filter((line) => /^(?:[-+]|rename |Binary )/.test(line));
  }

  /** A commit of somebody else. */
  write(path: string, text: string): void {
    this.#commit({
      branch: { branchName: 'main' },
      expectedHeadOid: this.head,
      fileChanges: { additions: [{ path, contents: btoa(text) }], deletions: [] },
      message: { headline: 'Meanwhile' },
    });
  }

  /** Writes the files of the newest commit into a folder. */
  checkOut(folder: string): void {
    this.#git(['--work-tree', folder, 'read-tree', '--reset', '-u', BRANCH]);
  }

  /** Answers the requests of a browser, and refuses those for other sites. */
  async answer(context: BrowserContext): Promise<void> {
    await context.route(/^https:\/\//, async (route) => {
      const { hostname } = new URL(route.request().url());
      if (hostname === 'api.github.com') return this.#answer(route);
      this.foreign.push(route.request().url());
      return route.abort();
    });
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request();
    const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
    const { pathname } = new URL(request.url());
    const sha = /^\/repos\/rosa\/garden\/git\/(?<kind>trees|blobs)\/(?<sha>\w+)$/.exec(pathname);
    if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers });
    if (pathname === '/graphql') {
      const { query, variables } = GraphQuery.parse(request.postDataJSON());
      const answer = this.#query(query, variables.input);
      return route.fulfill({ json: answer, headers });
    }
    if (pathname === '/user')
      return route.fulfill({
        json: { ...WRITER, html_url: 'https://github.com/rosa', avatar_url: '' },
        headers,
      });
    if (pathname === '/repos/rosa/garden/collaborators/rosa')
      return route.fulfill({ status: 204, headers });
    const pulled = this.#pulls.answer(request.method(), pathname, request.postData() ?? '{}');
    if (pulled !== undefined) return route.fulfill({ json: pulled, headers });
    if (sha?.groups?.['kind'] === 'trees')
      return route.fulfill({ json: { tree: this.#tree(), truncated: false }, headers });
    if (sha?.groups?.['kind'] === 'blobs') {
      const body = this.#bytes(['cat-file', 'blob', sha.groups['sha'] ?? '']);
      return route.fulfill({ body, contentType: 'application/octet-stream', headers });
    }
    this.unknown.push(`${request.method()} ${pathname}`);
    return route.fulfill({ status: 404, json: { message: 'Not Found' }, headers });
  }

  #query(query: string, input: unknown) {
    if (query.includes('createCommitOnBranch'))
      return this.#commitOnBranch(query, Commit.parse(input));
    const pulled = this.#pulls.query(query, input);
    if (pulled !== undefined) return { data: pulled };
    if (query.includes('defaultBranchRef'))
      return { data: { repository: { defaultBranchRef: { name: 'main' } } } };
    const parts = query.matchAll(
      /(?<name>\w+_\d+):\s*(?:object\(oid: "(?<oid>\w+)"\) \{ \.\.\. on Blob|ref\(qualifiedName: \$branch\)[^"]*path: (?<path>"(?:[^"\\]|\\.)*"))/g,
    );
    const answers = [...parts].map(({ groups = {} }) => [
      groups['name'] ?? '',
      groups['oid'] === undefined
        ? this.#history(String(JSON.parse(groups['path'] ?? '""')))
        : { text: this.#git(['cat-file', 'blob', groups['oid']]), isTruncated: false },
    ]);
    if (answers.length > 0) return { data: { repository: Object.fromEntries(answers) } };
    if (/history\(first: 1\)/.test(query))
      return { data: { repository: { ref: this.#history('.') } } };
    if (/\.\.\. on Commit\s*\{\s*oid\s*\}/.test(query))
      return { data: { repository: { ref: { target: { oid: this.head } } } } };
    if (/deployments|status|checkSuites/.test(query))
      return { data: { repository: { commit_0: null } } };
    this.unknown.push(query);
    return { errors: [{ message: 'The stand-in does not know this query.' }] };
  }

  #history(path: string) {
    const [oid, message] = this.#git(['log', '-1', '--format=%H%n%s', BRANCH, '--', path]).split(
      '\n',
    );
    const user = { id: WRITER.id, login: WRITER.login };
    const author = { name: WRITER.name, email: WRITER.email, avatarUrl: '', user };
    const committedDate = '2027-01-02T03:04:05Z';
    return { target: { history: { nodes: [{ oid, message, author, committedDate }] } } };
  }

  #commitOnBranch(query: string, commit: Commit) {
    const branch = `refs/heads/${commit.branch.branchName}`;
    if (commit.expectedHeadOid !== this.#git(['rev-parse', branch]).trim())
      return { errors: [{ type: 'STALE_DATA', message: 'Expected branch to point to another.' }] };
    const oid = this.#commit(commit);
    const asked = query.matchAll(/(?<name>file_\d+): file\(path: (?<path>"(?:[^"\\]|\\.)*")\)/g);
    const files = [...asked].map(({ groups = {} }) => {
      const path = String(JSON.parse(groups['path'] ?? '""'));
      return [groups['name'] ?? '', { oid: this.#git(['rev-parse', `${branch}:${path}`]).trim() }];
    });
    const made = { oid, committedDate: '2027-01-02T03:04:05Z', ...Object.fromEntries(files) };
    return { data: { createCommitOnBranch: { commit: made } } };
  }

  /** @returns its hash */
  #commit({ branch, fileChanges, message, expectedHeadOid }: Commit): string {
    const { additions, deletions } = fileChanges;
    const parent = expectedHeadOid === '' ? [] : ['-p', expectedHeadOid];
    this.#git(['read-tree', expectedHeadOid === '' ? '--empty' : expectedHeadOid]);
    const removed = deletions.map(({ path }) => `0 ${'0'.repeat(40)}\t${path}\0`);
    const added = additions.map(({ path, contents }) => {
      const blob = this.#git(['hash-object', '-w', '--stdin'], Buffer.from(contents, 'base64'));
      return `100644 ${blob.trim()}\t${path}\0`;
    });
    const index = Buffer.from([...removed, ...added].join(''));
    this.#git(['update-index', '-z', '--index-info'], index);
    const tree = this.#git(['write-tree']).trim();
    const commit = this.#git(['commit-tree', tree, ...parent, '-m', message.headline]).trim();
    this.#git(['update-ref', `refs/heads/${branch.branchName}`, commit]);
    return commit;
  }

  #tree() {
    const lines = this.#git(['ls-tree', '-r', '-l', '-z', BRANCH]).split('\0').filter(Boolean);
    return lines.map((line) => {
      const [facts = '', path = ''] = line.split('\t');
      const [mode, type, sha, size] = facts.split(/ +/);
      return { mode, type, sha, size: Number(size), path };
    });
  }

  #git(args: readonly string[], input?: Uint8Array): string {
    return this.#bytes(args, input).toString('utf8');
  }

  #bytes(args: readonly string[], input?: Uint8Array): Buffer {
    return execFileSync('git', args, {
      cwd: this.#repository,
      ...(input !== undefined && { input }),
      env: {
        ...process.env,
        GIT_DIR: this.#repository,
        GIT_AUTHOR_NAME: WRITER.name,
        GIT_AUTHOR_EMAIL: WRITER.email,
        GIT_COMMITTER_NAME: WRITER.name,
        GIT_COMMITTER_EMAIL: WRITER.email,
      },
    });
  }
}
