/** Kinds of field that several schemas share. */
import * as z from 'zod';
import type { DateReader, PostDate } from '../lib/dates.ts';
import { decodeEntities } from '../lib/html.ts';
import { canonicalTag, isLanguage } from '../lib/language/tag.ts';

/** Text with something in it. */
export const text = z
  .string()
  .transform((value) => value.trim())
  .refine((value) => value !== '', { error: 'it must not be empty' });

/** A name that several files write: letters look the same in either form of Unicode, and are. */
export const nameText = text.transform((value) => value.normalize('NFC'));

/** A title; character references of an old export are resolved once. */
export const titleText = z
  .string()
  .transform((value) => decodeEntities(value).trim())
  .refine((value) => value !== '', { error: 'it must not be empty' });

/** Text that may be left empty, which counts as absent. */
export const optionalText = z
  .string()
  .transform((value) => (value.trim() === '' ? undefined : value.trim()))
  .optional();

/** One text or a list of them. */
export const textOrList = listOf(text);

/** One name or a list of them. */
export const nameOrList = listOf(nameText);

function listOf(item: typeof text | typeof nameText) {
  return z
    .union([item, z.array(item)])
    .transform((value) => (Array.isArray(value) ? value : [value]));
}

/** An absolute address on the web. */
export const webAddress = z.string().refine((value) => isWebAddress(value), {
  error: 'it is not an address that begins with https:// or http://',
});

/** A language, such as `pt-BR`. */
export const languageTag = z
  .string()
  .refine(isLanguage, { error: 'it is not a language tag' })
  .transform(canonicalTag);

/** A day or a moment, read in the site's zone. */
export function dateField(dates: DateReader): z.ZodType<PostDate> {
  return z.string().transform((value, context) => {
    const parsed = dates.read(value);
    if (parsed.ok) return parsed.date;
    context.addIssue({ code: 'custom', message: parsed.reason });
    return z.NEVER;
  });
}

export function isWebAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol } = new URL(value);
  return protocol === 'https:' || protocol === 'http:';
}
