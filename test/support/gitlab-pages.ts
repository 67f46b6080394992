/**
 * How GitLab Pages answers, after its source: files first, then the rules of `_redirects`.
 * https://gitlab.com/gitlab-org/gitlab-pages/-/tree/master/internal/redirects
 */
import type { OutputFolder } from './build-site.ts';

interface Rule {
  readonly from: string;
  readonly to: string;
  readonly status: number;
}

/** What comes back for an address: a file of the site, or where a rule leads. */
export type Answer =
  | { readonly file: string }
  | { readonly to: string; readonly status: number }
  | undefined;

/** A project whose site lies below a path. */
export class GitlabPages {
  readonly rules: readonly Rule[];
  readonly #files: ReadonlySet<string>;
  readonly #base: string;

  /** @param base path of the project, empty or `/blog` */
  constructor(folder: OutputFolder, base = '') {
    this.#files = new Set(folder.files());
    this.#base = base;
    const text = folder.read('_redirects');
    this.rules =
      Buffer.byteLength(text) > 64 * 1024
        ? []
        : text.trimEnd().split('\n').slice(0, 1000).map(ruleOf);
  }

  /** @param path percent-encoded, below the host's root */
  get(path: string): Answer {
    const asked = decodeURIComponent(path);
    const file = this.#file(asked.slice(this.#base.length));
    if (file !== undefined) return { file };
    for (const rule of this.rules) {
      const to = isValid(rule) ? match(rule, asked) : undefined;
      if (to !== undefined) return { to, status: rule.status };
    }
    return undefined;
  }

  #file(path: string): string | undefined {
    const name = path.slice(1);
    const files = [
      name,
      `${name}.html`,
      `${name.replace(/\/$/, '')}/index.html`.replace(/^\//, ''),
    ];
    return files.find((file) => this.#files.has(file));
  }
}

function ruleOf(line: string): Rule {
  const [from = '', to = '', status = '301', ...more] = line.split(/\s+/);
  if (more.length > 0) throw new Error(`GitLab has no parameters: ${line}`);
  return { from, to, status: Number(status) };
}

/** Both are read as addresses of this host; what is not percent-encoded rightly is none. */
function isValid({ from, to, status }: Rule): boolean {
  return (
    [200, 301, 302].includes(status) &&
    [from, to].every(
      (url) =>
        /^\/(?![/\\])/.test(url) &&
        !/%(?![\da-f]{2})/i.test(url) &&
        url.split('/').length - 1 <= 25,
    )
  );
}

function match({ from, to }: Rule, path: string): string | undefined {
  if (withSlash(from) === withSlash(path) && !/\*|:[a-z]+/i.test(to)) return to;
  const segments = from.split('/').filter((segment) => segment !== '');
  const names: string[] = [];
  const source = segments.map((segment) => {
    const isSplat = segment === '*';
    if (!isSplat && !/^:[a-z]+$/i.test(segment))
      return `/+${segment.replace(/[^\p{L}\p{N}]/gu, String.raw`\$&`)}`;
    names.push(isSplat ? 'splat' : segment.slice(1));
    return isSplat ? '/*(.*)/*' : '/+([^/]+)';
  });
  const found = new RegExp(`^${source.join('')}/*$`, 'i').exec(path);
  if (found === null) return undefined;
  const values = new Map(names.map((name, index) => [name, found[index + 1] ?? '']));
  return to
    .replace(/:([a-z]+)/gi, '${$1}')
    .replace(
      /\$\{(\w+)\}|\$(\w+)/g,
      (_, long?: string, short?: string) => values.get(long ?? short ?? '') ?? '',
    )
    .replace(/\/\/+/g, '/');
}

function withSlash(path: string): string {
  return `${path.replace(/\/$/, '')}/`;
}
