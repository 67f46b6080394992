/** Pages that exist in several languages: translated posts and pages, and those of each edition. */
import type { PageAddress } from '../addresses/address.ts';
import type { PlannedEdition } from '../addresses/editions.ts';
import type { FixedPages } from '../addresses/fixed-pages.ts';
import type { Plan } from '../addresses/plan.ts';
import type { Content, PageEntry, PostEntry } from '../content/entries.ts';
import { localeOf, nameOf, rootLang } from '../lib/language/tag.ts';
import type { Alternate } from './model.ts';

/** Fixed pages with a counterpart in each language. */
const INDEXES = [
  'home',
  'archive',
  'tags',
  'authors',
  'subscribe',
  'search',
] as const satisfies readonly (keyof FixedPages)[];

/**
 * By path, the page in all its languages: first the original, then the others by language.
 * Pages that exist in one language are absent.
 */
export function alternatesOf(
  { entries, editions }: Plan,
  { originals = new Map(), settings }: Pick<Content, 'originals' | 'settings'>,
): Map<string, readonly Alternate[]> {
  const groups = new Map<string, Alternate[]>();
  const originalsFirst = entries.toSorted(
    (a, b) => Number(originals.has(a.entry.file)) - Number(originals.has(b.entry.file)),
  );
  if (originals.size > 0)
    for (const { entry, address, draft } of originalsFirst) {
      const first = originals.get(entry.file) ?? entry.file;
      const group = groups.get(first) ?? [];
      group.push(
        alternate(address, entry.fields.language ?? settings.language, !draft && !isCopy(entry)),
      );
      groups.set(first, group);
    }
  const indexes = INDEXES.map((name) =>
    editions.map((edition) => alternate(edition.fixed[name], edition.language, hasPublic(edition))),
  );
  const seriesIndex = editions.flatMap((edition) =>
    edition.seriesIndex.map((page) => alternate(page, edition.language, hasPublic(edition))),
  );
  return byPath([...Array.from(groups.values(), sorted), ...indexes, seriesIndex]);
}

/** Those that search engines list. Pages that they list in one language are absent. */
export function listedIn(
  alternates: ReadonlyMap<string, readonly Alternate[]>,
): Map<string, readonly Alternate[]> {
  const groups = Array.from(new Set(alternates.values()), (group) =>
    group.filter(({ isListed }) => isListed),
  );
  return byPath(groups);
}

/** Pages that exist in one language are absent. */
function byPath(groups: readonly (readonly Alternate[])[]): Map<string, readonly Alternate[]> {
  return new Map(
    groups
      .filter((group) => group.length > 1)
      .flatMap((group) => group.map(({ path }) => [path, group] as const)),
  );
}

function alternate(address: PageAddress, language: string, isListed: boolean): Alternate {
  const name = nameOf(language);
  return {
    ...address,
    language,
    locale: localeOf(language),
    name,
    lang: rootLang(language),
    isListed,
  };
}

/** Whether an edition exists for more than its drafts. */
function hasPublic({ root, posts }: PlannedEdition): boolean {
  return root === '/' || posts.some(({ draft }) => !draft);
}

/** Whether a post names a page on another site as the original. */
function isCopy({ fields }: PostEntry | PageEntry): boolean {
  return 'canonicalUrl' in fields && fields.canonicalUrl !== undefined;
}

function sorted([first, ...others]: Alternate[]): Alternate[] {
  const rest = others.toSorted((a, b) => (a.language < b.language ? -1 : 1));
  return first === undefined ? [] : [first, ...rest];
}
