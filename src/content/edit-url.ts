/** Addresses at which readers edit a text and see its history. */
import { canParseUrl } from '../lib/can-parse-url.ts';
import type { BackendName } from './editor-schema.ts';

/** A repository with the blog in it. */
export interface Repository {
  readonly backend: BackendName;
  /** Start page of the Git host, without a slash at the end: `https://github.com`. */
  readonly host: string;
  /** Owner and name, `rosa/garden`; GitLab has groups in groups. */
  readonly repo: string;
  readonly branch: string;
  /** Folder of the blog, without slashes around it; empty for that of the repository. */
  readonly path: string;
}

/** Patterns, in which `:path` stands for the path of a file: `content/posts/hello/index.md`. */
export interface EditPatterns {
  readonly edit: string | undefined;
  readonly history: string | undefined;
  /** Absent if only the patterns are known. */
  readonly repository?: Repository;
  /** Whether the editor of the site is meant, which knows posts and pages by name. */
  readonly isEditor?: boolean;
}

/** Instead of an address. */
const EDITOR = 'editor';

/** How a forge writes the addresses of a branch and of its files. */
interface Forge {
  readonly backend: BackendName;
  /** Between the repository and the branch in the address of a folder. */
  readonly tree: string;
  readonly edit: string;
  readonly history: string;
}

const FORGES: ReadonlyMap<string, Forge> = new Map([
  ['github.com', { backend: 'github', tree: '/tree/', edit: '/edit/', history: '/commits/' }],
  ['gitlab.com', { backend: 'gitlab', tree: '/-/tree/', edit: '/-/edit/', history: '/-/commits/' }],
  [
    'codeberg.org',
    { backend: 'gitea', tree: '/src/branch/', edit: '/_edit/', history: '/commits/branch/' },
  ],
]);

export const DEFAULT_BRANCH = 'main';

export function isPattern(address: string): boolean {
  return (
    /^https?:\/\/[^\s"<>\\]+$/i.test(address) && canParseUrl(address) && address.includes(':path')
  );
}

/**
 * @param address a pattern, the address of a repository, optionally of a branch and folder in it, or `editor`
 * @returns `undefined` if it is neither
 */
export function editPatterns(address: string): EditPatterns | undefined {
  if (address === EDITOR) return { edit: undefined, history: undefined, isEditor: true };
  if (isPattern(address)) return { edit: address, history: undefined };
  if (!/^https:\/\/[^\s"<>\\?#]+$/.test(address) || !canParseUrl(address)) return undefined;
  const { hostname, origin, pathname } = new URL(address);
  const forge = FORGES.get(hostname.replace(/^www\./, ''));
  if (forge === undefined) return undefined;
  const [repository = '', place = ''] = pathname.replace(/\/$/, '').split(forge.tree, 2);
  const names = repository.replace(/\.git$/, '').split('/');
  // The owner and the name; GitLab has groups in groups.
  if (names.length < 3 || names.slice(1).includes('')) return undefined;
  const [branch = '', ...folders] = place.split('/');
  const file = [branch || DEFAULT_BRANCH, ...folders, ':path'].join('/');
  const start = origin + names.join('/');
  return {
    edit: `${start}${forge.edit}${file}`,
    history: `${start}${forge.history}${file}`,
    repository: {
      backend: forge.backend,
      host: origin,
      repo: names.slice(1).join('/'),
      branch: branch || DEFAULT_BRANCH,
      path: folders.join('/'),
    },
  };
}
