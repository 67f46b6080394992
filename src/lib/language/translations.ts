/** Registry of the translations. English defines the keys of the others. */
import type { Plural } from './message.ts';
import ar from './translations/ar.json' with { type: 'json' };
import de from './translations/de.json' with { type: 'json' };
import en from './translations/en.json' with { type: 'json' };
import es from './translations/es.json' with { type: 'json' };
import fr from './translations/fr.json' with { type: 'json' };
import ja from './translations/ja.json' with { type: 'json' };

/** Languages differ in the plural rules that they have. */
type Translated<Value> = Value extends { readonly other: string }
  ? Plural
  : { readonly [Key in keyof Value]: Translated<Value[Key]> };

export type Translation = Translated<typeof en>;

export const ENGLISH: Translation = en;

/** By language, without regions. */
export const TRANSLATIONS: Readonly<Record<string, Translation>> = { ar, de, en, es, fr, ja };
