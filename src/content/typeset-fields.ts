/** Applies the typography of each language to front matter and settings, so that all outputs agree. */
import { typeset } from '../lib/typography/typeset.ts';
import type { SiteSettings } from './site-schema.ts';

interface Texts {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly bio?: string | undefined;
}

interface Fields extends Texts {
  readonly language?: string | undefined;
  readonly typography?: 'on' | 'off' | undefined;
}

/** @param names of the fields that are running text; names that other files refer to must stay */
export function typesetFields<Entry extends { readonly fields: Fields }>(
  entry: Entry,
  names: readonly (keyof Texts)[],
  settings: Pick<SiteSettings, 'language' | 'typography'>,
): Entry {
  const { fields } = entry;
  if ((fields.typography ?? settings.typography) === 'off') return entry;
  const changed = typesetTexts(fields, names, fields.language ?? settings.language);
  return changed === fields ? entry : { ...entry, fields: changed };
}

/** The title and the description of the site, in each of its languages. */
export function typesetSettings(settings: SiteSettings): SiteSettings {
  if (settings.typography === 'off') return settings;
  const names = ['title', 'description'] as const;
  return {
    ...typesetTexts(settings, names, settings.language),
    languages: settings.languages.map((own) => typesetTexts(own, names, own.tag)),
  };
}

/** `fields` itself if nothing changes, which saves memory. */
function typesetTexts<Some extends Texts>(
  fields: Some,
  names: readonly (keyof Texts)[],
  language: string,
): Some {
  const changed: Texts = Object.fromEntries(
    names.flatMap((name) => {
      const written = fields[name];
      const set = written === undefined ? written : typeset(written, language);
      return set === written ? [] : [[name, set]];
    }),
  );
  return Object.keys(changed).length === 0 ? fields : { ...fields, ...changed };
}
