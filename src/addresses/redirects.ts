/** The redirect table: every old address, and where it leads now. */
import type { PageEntry, PostEntry, RedirectEntry } from '../content/entries.ts';
import { decodePath, foldPath, outputFile } from '../paths.ts';
import type { Problems } from '../problem.ts';
import type { Addresses, PageAddress } from './address.ts';

/** One old address. */
export interface Redirect {
  /** Path below the site's root, decoded, as the old platform wrote it. */
  readonly from: string;
  readonly to: PageAddress;
  /** Title of what stands there now. */
  readonly title: string;
  /** Place that asks for it, for messages. */
  readonly owner: Owner;
}

/** A place of the content that lays claim to an address. */
export interface Owner {
  readonly file: string;
  readonly field?: string;
}

/** A post or page with its address. */
export interface Addressed<Entry extends PostEntry | PageEntry = PostEntry | PageEntry> {
  readonly entry: Entry;
  readonly address: PageAddress;
}

/**
 * The table from the `legacyUrl` of posts and pages and from `redirects.yaml`.
 * A source outside the site, one source (letter case aside) with two targets,
 * a chain, a loop and a missing target are errors.
 */
export function redirectTable(
  entries: readonly Addressed[],
  rules: readonly RedirectEntry[],
  pages: ReadonlyMap<string, string>,
  addresses: Addresses,
  problems: Problems,
): Redirect[] {
  const table: Redirect[] = [];
  for (const { entry, address } of entries) {
    entry.fields.legacyUrl.forEach((legacyUrl, index) => {
      const owner = { file: entry.file, field: `legacyUrl[${index}]` };
      const from = legacyPath(legacyUrl, owner, problems);
      if (from !== undefined) table.push({ from, to: address, title: entry.fields.title, owner });
    });
  }
  for (const rule of rules) {
    const owner = { file: rule.file, field: `${rule.path}.from` };
    const from = legacyPath(rule.fields.from, owner, problems);
    if (from === undefined) continue;
    const to = decodePath(rule.fields.to) ?? rule.fields.to;
    const title = pages.get(to);
    if (title !== undefined) {
      table.push({ from, to: addresses.of(to), title, owner });
      continue;
    }
    const sources = [
      ...entries.flatMap((other) => other.entry.fields.legacyUrl),
      ...rules.map(({ fields }) => fields.from),
    ];
    reportTarget(rule, to, sources, problems);
  }
  return withoutDuplicates(table, problems);
}

function reportTarget(
  rule: RedirectEntry,
  to: string,
  sources: readonly string[],
  problems: Problems,
): void {
  const chained = sources.some((from) => foldPath(decodePath(from) ?? from) === foldPath(to));
  problems.error({
    file: rule.file,
    field: `${rule.path}.to`,
    code: chained ? 'redirect-chain' : 'redirect-target-missing',
    message: chained
      ? `The redirect leads to ${to}, which is itself redirected.`
      : `The redirect leads to ${to}, but the site has no such page.`,
    hint: chained
      ? 'Write the final address as the target.'
      : 'Write the path of a page of this site, such as `/about/`, with its slashes.',
  });
}

/** Spellings that differ in letter case all stay: some hosts tell them apart. */
function withoutDuplicates(table: readonly Redirect[], problems: Problems): Redirect[] {
  const first = new Map<string, Redirect>();
  const kept = new Map<string, Redirect>();
  for (const redirect of table) {
    const key = foldPath(redirect.from);
    const other = first.get(key) ?? redirect;
    if (other.to.path === redirect.to.path) {
      first.set(key, other);
      const file = outputFile(redirect.from);
      if (!kept.has(file)) kept.set(file, redirect);
    } else {
      problems.error({
        ...redirect.owner,
        code: 'redirect-duplicate',
        message: `The old address ${redirect.from} already leads to ${other.to.path}, as ${other.owner.file} says.`,
        hint: 'Keep it in one of the two places.',
      });
    }
  }
  return [...kept.values()].toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** An old address as a decoded path of this site, or `undefined` with a problem added. */
function legacyPath(written: string, owner: Owner, problems: Problems): string | undefined {
  const path = decodePath(written);
  const wrong = path === undefined ? 'it is not percent-encoded rightly' : outside(path);
  if (path !== undefined && wrong === undefined) return path;
  problems.error({
    ...owner,
    code: 'redirect-source-invalid',
    message: `The old address ${JSON.stringify(written)} cannot be redirected: ${wrong}.`,
    hint: 'Write the path alone, from its first slash: `/2021/04/hello.html`.',
  });
  return undefined;
}

function outside(path: string): string | undefined {
  if (!path.startsWith('/')) return 'it does not begin with a slash';
  if (path === '/') return 'the home page is always this site\u2019s own';
  if (path.startsWith('//') || path.includes('//')) return 'it holds two slashes in a row';
  if (path.includes('\\')) return 'it holds a backslash';
  if (/[?#]/.test(path)) return 'a file cannot answer for a query or a fragment';
  if (/\s|\p{Cc}/u.test(path)) return 'it holds a space or a control character';
  if (path.split('/').some((part) => part === '.' || part === '..'))
    return 'it climbs out with `.` or `..`';
  return undefined;
}
