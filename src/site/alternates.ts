/** Pages that exist in several languages: translated posts and pages, and those of each edition. */
import type { PageAddress } from '../addresses/address.ts';
import type { PlannedEdition } from '../addresses/editions.ts';
import type { FixedPages } from '../addresses/fixed-pages.ts';
import type { Plan } from '../addresses/plan.ts';
import type { Content } from '../content/entries.ts';
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
      group.push(alternate(address, entry.fields.language ?? settings.language, draft));
      groups.set(first, group);
    }
  const indexes = INDEXES.map((name) =>
    editions.map((edition) => alternate(edition.fixed[name], edition.language, isDraft(edition))),
  );
  return new Map(
    [...Array.from(groups.values(), sorted), ...indexes]
      .filter((group) => group.length > 1)
      .flatMap((group) => group.map(({ path }) => [path, group] as const)),
  );
}

function alternate(address: PageAddress, language: string, draft: boolean): Alternate {
  const name = nameOf(language);
  return {
    ...address,
    language,
    locale: localeOf(language),
    name,
    lang: rootLang(language),
    draft,
  };
}

/** Whether an edition exists only because of its drafts. */
function isDraft({ root, posts }: PlannedEdition): boolean {
  return root !== '/' && posts.every(({ draft }) => draft);
}

function sorted([first, ...others]: Alternate[]): Alternate[] {
  const rest = others.toSorted((a, b) => (a.language < b.language ? -1 : 1));
  return first === undefined ? [] : [first, ...rest];
}
