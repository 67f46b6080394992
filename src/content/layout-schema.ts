/** Schema of the settings that lay out every page, and the home page. */
import * as z from 'zod';
import { DateReader } from '../lib/dates.ts';
import { editPatterns, isPattern, type EditPatterns } from './edit-url.ts';
import { optionalText, text } from './fields.ts';
import { licenceOf, type Licence } from './licence.ts';
import { navigation } from './navigation-schema.ts';
import { oneOf } from './one-of.ts';

/** How the home page lists posts. */
export const HOME_FORMS = ['lead', 'list', 'cards'] as const;

export type HomeForm = (typeof HOME_FORMS)[number];

/** What lists of posts show besides titles, dates and summaries. */
export interface ListOptions {
  /** Small pictures beside summaries. */
  readonly thumbnails: boolean;
  readonly readingTime: boolean;
}

const DATES = new DateReader('UTC', 'en');

/** Read again once the time zone is known. */
const dateText = z.string().superRefine((value, context) => {
  const parsed = DATES.read(value);
  if (!parsed.ok) context.addIssue({ code: 'custom', message: parsed.reason });
});

const announcement = oneOf((value) =>
  typeof value === 'object' ? z.strictObject({ text, until: dateText.optional() }) : text,
).transform((value) => (typeof value === 'string' ? { text: value, until: undefined } : value));

const IMAGE = /^(?:\.\/)?(?:theme\/)?[^/\\:?#]+\.(?:jpe?g|png|webp|avif|gif|svg)$/i;

const pattern = z.string().refine(isPattern, {
  error: 'a pattern is an address with `:path` in it',
});

const webLink = z.string().regex(/^https?:\/\//i);

const licenceName = text.transform((value, context): Licence => {
  const licence = licenceOf(value);
  if (licence !== undefined) return licence;
  context.addIssue({ code: 'custom', message: 'Creative Commons has no licence of this name' });
  return z.NEVER;
});

const repository = z.string().transform((value, context) => {
  const patterns = editPatterns(value);
  if (patterns !== undefined) return patterns;
  const message =
    'it is neither a repository on github.com, gitlab.com or codeberg.org, nor an address with `:path` in it, nor `editor`';
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

const bothPatterns = z
  .strictObject({ edit: pattern.optional(), history: pattern.optional() })
  .transform(({ edit, history }): EditPatterns => ({ edit, history }));

export const layoutFields = {
  cover: z
    .string()
    .regex(IMAGE)
    .transform((value) => value.replace(/^\.\//, ''))
    .optional()
    .meta({
      kind: 'image',
      description: 'the name of an image beside `site.yaml` or in `theme`',
      hint: 'Put a JPEG, PNG, WebP, AVIF, GIF or SVG file beside `site.yaml`, and write its name: `cover: garden.jpg`.',
    }),
  coverAlt: optionalText.meta({
    label: 'Description of the cover',
    description: 'text',
    hint: 'Describe what the cover shows, or remove the line if it is mere decoration.',
  }),
  home: z
    .enum(HOME_FORMS)
    .default('lead')
    .meta({
      description: HOME_FORMS.map((form) => `\`${form}\``).join(', '),
      hint: 'Write `home: lead`, `home: list` or `home: cards`.',
    }),
  lists: z
    .strictObject({
      thumbnails: z.boolean().default(true),
      readingTime: z.boolean().default(false),
    })
    .prefault({})
    .meta({
      description: '`thumbnails` and `readingTime`, each `true` or `false`',
      hint: 'Write `lists: { thumbnails: false, readingTime: true }`, or remove the line.',
    }),
  footer: optionalText.meta({
    kind: 'paragraph',
    description: 'text in Markdown',
    hint: 'Write a line of Markdown in quotes, or several below `footer: |`.',
  }),
  announcement: announcement.optional().meta({
    description: 'text in Markdown, or `text` and `until`',
    hint: 'Write `announcement: { text: Closed in August., until: 2027-08-31 }`, or only the text.',
  }),
  licence: oneOf((value) =>
    typeof value === 'object' ? z.strictObject({ text, url: webLink }) : licenceName,
  )
    .optional()
    .meta({
      description: 'the name or the address of a licence, or `text` and `url`',
      hint: 'Write `licence: CC BY-SA 4.0` with its version, an address, or `licence: { text: The garden licence, url: https://... }`.',
    }),
  navigation,
  editUrl: oneOf((value) => (typeof value === 'object' ? bothPatterns : repository))
    .optional()
    .meta({
      description: 'a repository, a pattern with `:path`, `editor`, or `edit` and `history`',
      hint: 'Write the address of the repository, such as `https://github.com/rosa/garden`, or a pattern such as `https://git.example.org/edit/main/:path`.',
    }),
  qrCode: z.boolean().default(false).meta({
    label: 'QR code',
    description: '`true` or `false`',
    hint: 'Write `qrCode: true` to print a QR code of the address below each post and page, or remove the line.',
  }),
};
