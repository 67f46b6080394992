/** Schema of `navigation` in `site.yaml`. */
import * as z from 'zod';
import { suggestName } from '../lib/suggest-name.ts';
import { text } from './fields.ts';
import { oneOf } from './one-of.ts';
import { isMap } from './values.ts';

/** Words that stand for pages which every site has; `none` for no page. */
export const NAVIGATION_WORDS = [
  'home',
  'archive',
  'tags',
  'authors',
  'pages',
  'subscribe',
  'search',
  'none',
] as const;

export type NavigationWord = (typeof NAVIGATION_WORDS)[number];

const word = z
  .string()
  .transform((value) => value.trim())
  .superRefine((value, context) => {
    if (isWord(value)) return;
    const meant = suggestName(value, NAVIGATION_WORDS);
    const guess = meant === undefined ? '' : ` (did you mean \`${meant}\`?)`;
    const message = `an entry is \`text\` and \`url\`, \`text\` and \`items\`, or one of the words ${NAVIGATION_WORDS.join(', ')}${guess}`;
    context.addIssue({ code: 'custom', message });
  })
  .transform((value): NavigationWord => (isWord(value) ? value : 'none'));

const link = z.object({ text, url: z.string().min(1) });

const noGroup = z.unknown().transform((_, context) => {
  context.addIssue({ code: 'custom', message: 'a group has links and words, but no other group' });
  return z.NEVER;
});

const item = oneOf((value) => {
  if (typeof value === 'string') return word;
  return isGroup(value) ? noGroup : link;
});

const group = z.strictObject({ text, items: z.array(item).min(1) });

const entry = oneOf((value) => {
  if (typeof value === 'string') return word;
  return isGroup(value) ? group : link;
});

export const navigation = z
  .array(entry)
  .default([])
  .meta({
    description: 'a list of links, groups and words',
    hint: `Write \`- { text: About, url: /about/ }\`, a group with \`text\` and \`items\`, or one of the words ${NAVIGATION_WORDS.join(', ')}.`,
  });

function isGroup(value: unknown): boolean {
  return isMap(value) && 'items' in value;
}

function isWord(value: string): value is NavigationWord {
  return NAVIGATION_WORDS.some((known) => known === value);
}
