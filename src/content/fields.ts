/** Field types shared by the schemas. */
import { canParseUrl } from '../lib/can-parse-url.ts';
import * as z from 'zod';
import type { DateReader, PostDate } from '../lib/dates.ts';
import { decodeEntities } from '../lib/html.ts';
import { canonicalTag, isLanguage } from '../lib/language/tag.ts';

/** Non-empty text, trimmed. */
export const text = z
  .string()
  .transform((value) => value.trim())
  .refine((value) => value !== '', { error: 'it must not be empty' });

/** A name that other files refer to, NFC-normalized so that equal names compare equal. */
export const nameText = text.transform((value) => value.normalize('NFC'));

/** A title. Decodes HTML entities, which blog exports contain. */
export const titleText = z
  .string()
  .transform((value) => decodeEntities(value).trim())
  .refine((value) => value !== '', { error: 'it must not be empty' });

/** Optional text; blank counts as absent. */
export const optionalText = z
  .string()
  .transform((value) => (value.trim() === '' ? undefined : value.trim()))
  .optional();

/** A name or a list of names. */
export const nameOrList = listOf(nameText);

/** Old addresses as paths of this site. */
export const legacyUrls = listOf(text).default([]).meta({
  label: 'Old addresses',
  description: 'a path, or a list of paths',
  hint: 'Write the old path with its leading slash, such as `/2021/04/hello.html`.',
});

/** Characters that stay readable in a URL. */
const SLUG = /^[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}._~-]*[\p{L}\p{M}\p{N}_~-])?$/u;

/** Whether a name can be the last segment of a URL. */
export function isSlug(name: string): boolean {
  return SLUG.test(name);
}

/** Last segment of an address, instead of the one made from a name. */
export const slugText = z.string().regex(SLUG).optional().meta({
  description: 'letters, digits, hyphens, underscores and dots',
  hint: 'Write letters, digits and hyphens.',
});

function listOf(item: typeof text | typeof nameText) {
  return z
    .union([item, z.array(item)])
    .transform((value) => (Array.isArray(value) ? value : [value]));
}

/** An absolute http(s) URL. */
export const webAddress = z.string().refine((value) => isWebAddress(value), {
  error: 'it is not a URL that starts with https:// or http://',
});

/** A BCP 47 language tag in canonical case: `pt-BR`. */
export const languageTag = z
  .string()
  .refine(isLanguage, { error: 'it is not a language tag' })
  .transform(canonicalTag);

/** Whether quotation marks and dashes are set as the language of the text does: so by default. */
export const typography = z.enum(['on', 'off']).optional().meta({
  description: '`on` or `off`',
  hint: 'Write `typography: off` to show quotation marks and dashes as they are typed, or remove the line.',
});

/** A date, or a date and time in the site's time zone. */
export function dateField(dates: DateReader): z.ZodType<PostDate> {
  return z
    .string()
    .transform((value, context) => {
      const parsed = dates.read(value);
      if (parsed.ok) return parsed.date;
      context.addIssue({ code: 'custom', message: parsed.reason });
      return z.NEVER;
    })
    .meta({ kind: 'date' });
}

export function isWebAddress(value: string): boolean {
  if (!canParseUrl(value)) return false;
  const { protocol } = new URL(value);
  return protocol === 'https:' || protocol === 'http:';
}
