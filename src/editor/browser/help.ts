/** Links to the pages of help, below the fields that they explain. */
import { editorLanguage } from './language.ts';
import { words } from './words.ts';

interface Field {
  readonly name: string;
  readonly hint?: string;
}

interface Collection {
  readonly fields?: readonly Field[];
}

/** Sections, by field. */
const SECTIONS: ReadonlyMap<string, string> = new Map([
  ['series', 'series'],
  ['legacyUrl', 'redirects'],
]);

/**
 * @param languages of the pages
 * @param folder address of the pages
 */
export function withHelp(
  collections: readonly Collection[],
  languages: readonly string[],
  folder: string,
): Collection[] {
  const language = editorLanguage();
  const page = `${folder}${languages.includes(language) ? language : 'en'}.html`;
  return collections.map((collection) => {
    const { fields } = collection;
    return fields === undefined
      ? collection
      : { ...collection, fields: fields.map((field) => explained(field, page)) };
  });
}

function explained(field: Field, page: string): Field {
  if (field.name === 'body') return { ...field, hint: `[${words().help}](${page})` };
  const section = SECTIONS.get(field.name);
  if (section === undefined) return field;
  const link = `[${words().more}](${page}#${section})`;
  return { ...field, hint: field.hint === undefined ? link : `${field.hint} ${link}` };
}

/** Opens help beside the editor, which may have a text that is not saved. */
export function openBeside(folder: string): void {
  document.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link === null || !link.href.startsWith(new URL(folder, location.href).href)) return;
      event.preventDefault();
      event.stopPropagation();
      window.open(link.href, '_blank', 'noopener');
    },
    { capture: true },
  );
}
