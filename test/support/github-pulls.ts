/** Pull requests of the stand-in for GitHub, as far as the editor uses them. */
import { z } from 'zod';

interface PullRequest {
  readonly number: number;
  readonly title: string;
  readonly branch: string;
  labels: readonly string[];
  state: 'draft' | 'open' | 'merged' | 'closed';
}

const Body = z.looseObject({
  title: z.string().default(''),
  head: z.string().default(''),
  draft: z.boolean().default(false),
  labels: z.array(z.string()).optional(),
});
const Ref = z.object({ name: z.string(), oid: z.string() });
const DATE = '2027-01-02T03:04:05Z';

export class PullRequests {
  readonly #git: (args: readonly string[]) => string;
  readonly #all: PullRequest[] = [];

  constructor(git: (args: readonly string[]) => string) {
    this.#git = git;
  }

  get all(): string[] {
    return this.#all.map(({ title, branch, state }) => `${title} (${branch}): ${state}`);
  }

  /** The answer to a request, or `undefined` for any other. */
  answer(method: string, path: string, body: string): unknown {
    const [, kind, id, rest] =
      /\/(pulls|issues|git\/refs\/heads)\/?(\d+|.*?)(\/\w+)?$/.exec(path) ?? [];
    if (kind === undefined) return undefined;
    if (kind === 'git/refs/heads' && method === 'DELETE') {
      this.#git(['update-ref', '-d', `refs/heads/${decodeURI(`${id ?? ''}${rest ?? ''}`)}`]);
      return {};
    }
    const sent = Body.parse(JSON.parse(body));
    if (kind === 'pulls' && method === 'POST') return this.#open(sent);
    const pull = this.#all.find(({ number }) => number === Number(id));
    if (pull === undefined) return undefined;
    if (sent.labels !== undefined) pull.labels = sent.labels;
    if (rest === '/merge') {
      this.#git(['update-ref', 'refs/heads/main', `refs/heads/${pull.branch}`]);
      pull.state = 'merged';
    }
    return { labels: pull.labels.map((name) => ({ name })) };
  }

  /** The data of a query, or `undefined` for any other. */
  query(query: string, input: unknown): unknown {
    if (query.includes('fork: repository')) {
      const oid = this.#git(['rev-parse', 'refs/heads/main']).trim();
      return { fork: { id: 'R_1' }, base: { ref: { target: { oid } } } };
    }
    if (query.includes('createRef')) {
      const { name, oid } = Ref.parse(input);
      this.#git(['update-ref', name, oid]);
      return { createRef: { ref: { name } } };
    }
    if (/convertPullRequestToDraft|markPullRequestReady/.test(query)) {
      for (const pull of this.#all)
        if (pull.state === 'draft' || pull.state === 'open')
          pull.state = query.includes('markPullRequestReady') ? 'open' : 'draft';
      return {};
    }
    if (/pullRequests\(\s*states: OPEN/.test(query)) {
      const open = this.#all.filter(({ state }) => state === 'draft' || state === 'open');
      return { repository: { pullRequests: { nodes: open.map((pull) => this.#node(pull)) } } };
    }
    return undefined;
  }

  #open({ title, head, draft }: z.infer<typeof Body>) {
    const number = this.#all.length + 1;
    const state = draft ? 'draft' : 'open';
    this.#all.push({ number, title, branch: head, labels: [], state });
    const sha = this.#git(['rev-parse', `refs/heads/${head}`]).trim();
    return {
      ...{ number, title, node_id: `P_${number}`, html_url: '', head: { sha } },
      ...{ created_at: DATE, updated_at: DATE },
    };
  }

  #node({ number, title, branch, labels, state }: PullRequest) {
    const changed = this.#git(['diff', '--name-only', 'main', branch]).split('\n').filter(Boolean);
    return {
      ...{ id: `P_${number}`, number, title, url: '', isDraft: state === 'draft' },
      ...{ isCrossRepository: false, createdAt: DATE, updatedAt: DATE, author: null },
      headRefName: branch,
      headRefOid: this.#git(['rev-parse', `refs/heads/${branch}`]).trim(),
      labels: { nodes: labels.map((name) => ({ name })) },
      files: { nodes: changed.map((path) => ({ path, changeType: 'MODIFIED' })) },
    };
  }
}
