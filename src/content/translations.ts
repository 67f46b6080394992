/** Finds the original of each translation, and reports `translationOf` fields that make no sense. */
import { basename } from 'node:path';
import type { Problem, Problems } from '../lib/problem.ts';
import { suggestName } from '../lib/suggest-name.ts';
import type { Content, PageEntry, PostEntry } from './entries.ts';

type Entry = PostEntry | PageEntry;

/** Posts and pages can only be translations of their own kind. */
interface Kind {
  readonly what: 'post' | 'page';
  /** By every name that `translationOf` may use. */
  readonly byName: ReadonlyMap<string, Entry>;
  readonly entries: readonly Entry[];
}

/**
 * Files of the originals, by the file of each of their translations.
 * @param siteLanguage of texts without a `language`
 */
export function originalsOf(
  posts: readonly PostEntry[],
  pages: readonly PageEntry[],
  siteLanguage: string,
  problems: Problems,
): NonNullable<Content['originals']> {
  const kinds: readonly Kind[] = [
    // The folder's name comes last, so that it prevails.
    {
      what: 'post',
      byName: new Map([...named(posts, ({ slug }) => slug), ...named(posts, folderName)]),
      entries: posts,
    },
    { what: 'page', byName: new Map(named(pages, ({ slug }) => slug)), entries: pages },
  ];
  const originals = new Map<string, string>();
  for (const kind of kinds) {
    /** By file of the original and language. */
    const taken = new Map<string, Entry>();
    for (const entry of kind.entries.filter(({ fields }) => fields.translationOf !== undefined)) {
      const original = kind.byName.get(nameIn(entry));
      const key = `${original?.file} ${languageIn(entry, siteLanguage)}`;
      const problem = problemOf(entry, original, taken.get(key), kind, siteLanguage);
      if (problem !== undefined) problems.error({ file: entry.file, ...problem });
      else if (original !== undefined) {
        taken.set(key, entry);
        originals.set(entry.file, original.file);
      }
    }
  }
  return originals;
}

function problemOf(
  entry: Entry,
  original: Entry | undefined,
  other: Entry | undefined,
  { what, byName }: Kind,
  siteLanguage: string,
): Pick<Problem, 'field' | 'code' | 'message' | 'hint'> | undefined {
  const name = nameIn(entry);
  const says = `\`translationOf\` names "${name.slice(0, 80)}", `;
  if (original === undefined) {
    const meant = suggestName(name, byName.keys());
    const end = meant === undefined ? '.' : `; did you mean "${meant}"?`;
    return {
      field: 'translationOf',
      code: 'translation-unknown',
      message: `${says}but there is no ${what} of that name${end}`,
      hint:
        meant !== undefined
          ? `Write \`translationOf: ${meant}\`.`
          : what === 'post'
            ? 'Write the name of the folder of the original post.'
            : 'Write the name of the file of the original page, without `.md`.',
    };
  }
  if (original === entry)
    return {
      field: 'translationOf',
      code: 'translation-of-itself',
      message: `${says}which is this ${what} itself.`,
      hint: `Name the original ${what} here, or remove the line if this is the original.`,
    };
  const first = original.fields.translationOf;
  if (first !== undefined)
    return {
      field: 'translationOf',
      code: 'translation-chain',
      message: `${says}which is a translation itself, of "${first}".`,
      hint: `Name the original in all translations: \`translationOf: ${first}\`.`,
    };
  const language = languageIn(entry, siteLanguage);
  // Already reported.
  if ([entry, original].some((text) => text.invalidFields?.includes('language'))) return undefined;
  const field = entry.fields.language === undefined ? 'translationOf' : 'language';
  if (language === languageIn(original, siteLanguage))
    return {
      field,
      code: 'translation-language',
      message: `This ${what} is in "${language}", like ${original.file}, so it cannot be its translation.`,
      hint: 'Write its language, such as `language: de`.',
    };
  if (other !== undefined)
    return {
      field,
      code: 'translation-duplicate',
      message: `${other.file} is already the translation of "${name}" into "${language}".`,
      hint: 'Correct the `language` of one of the two, or remove one `translationOf`.',
    };
  return undefined;
}

function languageIn({ fields }: Entry, siteLanguage: string): string {
  return fields.language ?? siteLanguage;
}

function nameIn({ fields: { translationOf = '' } }: Entry): string {
  return translationOf.normalize('NFC');
}

function named<Named extends Entry>(
  entries: readonly Named[],
  nameOf: (entry: Named) => string,
): [string, Named][] {
  return entries.map((entry) => [nameOf(entry).normalize('NFC'), entry]);
}

function folderName({ folder }: PostEntry): string {
  return basename(folder);
}
