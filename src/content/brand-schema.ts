/** Schemas of the settings `logo`, `accent` and `fonts`. */
import * as z from 'zod';
import { readColour } from '../lib/colour/oklch.ts';
import { FONT_STACKS, isFontFile } from '../lib/font-stacks.ts';
import { ownValue } from '../lib/own-value.ts';
import { suggestName } from '../lib/suggest-name.ts';
import { optionalText, text } from './fields.ts';
import { oneOf } from './one-of.ts';

const STACKS = Object.keys(FONT_STACKS).join(', ');

/** A named stack, or the files of one family. */
const font = z
  .union([text, z.array(text).min(1)])
  .transform((value) => (Array.isArray(value) ? value : [value]))
  .check(({ value, issues }) => {
    const wrong = value.find((name) => !isFontFile(name) && !isOnlyStack(name, value));
    if (wrong === undefined) return;
    const meant = suggestName(wrong, Object.keys(FONT_STACKS));
    const advice = meant === undefined ? '' : `; did you mean \`${meant}\``;
    const message = isStack(wrong)
      ? `a list has only font files, and \`${wrong}\` is a stack`
      : `${wrong.slice(0, 80)} is neither a stack nor a font file${advice}`;
    issues.push({ code: 'custom', input: value, message });
  })
  .optional();

function isOnlyStack(name: string, names: readonly string[]): boolean {
  return names.length === 1 && isStack(name);
}

function isStack(name: string): boolean {
  return ownValue(FONT_STACKS, name) !== undefined;
}

export const brandSettings = {
  logo: optionalText.meta({
    kind: 'image',
    description: 'the name of an image file',
    hint: 'Put an SVG, PNG, WebP or JPEG beside `site.yaml`, and write its name: `logo: logo.svg`.',
  }),
  accent: z
    .string()
    .refine((written) => readColour(written) !== undefined, { error: 'that is not a colour' })
    .optional()
    .meta({
      description: 'a colour in quotes',
      help: 'Six hexadecimal digits, such as #22644a, or a name of CSS.',
      hint: "Write six hexadecimal digits in quotes, such as `accent: '#22644a'`, a name of CSS, such as `rebeccapurple`, or `oklch(0.45 0.08 163)`.",
    }),
  fonts: oneOf((value) =>
    typeof value === 'object'
      ? z.strictObject({ serif: font, sans: font, mono: font })
      : z.literal('system'),
  )
    .optional()
    .meta({
      description:
        '`system`, or a table of `serif`, `sans` and `mono`, each a name or a list of font files',
      hint: `Write the name of a font file in \`content/theme/\`, such as \`fonts: { serif: my-font.woff2 }\`, or of a stack: ${STACKS}.`,
    }),
};
