/** Schemas of the settings `references` and `shippedReferences`. */
import * as z from 'zod';
import { namesOf, patternError } from '../lib/patterns.ts';
import { text } from './fields.ts';
import { REFERENCE_ICONS, type ReferenceKind } from './reference-kind.ts';
import { SHIPPED_NAMES, SHIPPED_REFERENCES } from './shipped-references.ts';

const addresses = z
  .union([text, z.array(text).min(1)])
  .transform((value) => (Array.isArray(value) ? value : [value]));

const kind = z
  .strictObject({
    name: text,
    pattern: addresses,
    label: text,
    except: addresses.default([]),
    icon: z.enum(REFERENCE_ICONS).default('link'),
  })
  .check(({ value: { pattern, label, except }, issues }) => {
    const report = (field: string, input: unknown, message: string): void => {
      issues.push({ code: 'custom', path: [field], input, message });
    };
    for (const error of pattern.flatMap(patternErrors)) report('pattern', pattern, error);
    for (const error of except.flatMap(patternErrors)) report('except', except, error);
    const [current = ''] = pattern;
    for (const address of pattern) {
      const unlabelled = missingNames(label, address);
      if (unlabelled !== '') report('label', label, `the pattern ${address} has no ${unlabelled}`);
      const missing = missingNames(current.replace(/\*$/, ''), address);
      if (missing !== '')
        report('pattern', pattern, `${address} has no ${missing}, which ${current} uses`);
    }
  });

/** Kinds that the site defines. They are tried before the shipped ones. */
export const references = z
  .array(kind)
  .default([])
  .meta({
    description: 'a list of `name`, `pattern`, `label` and optionally `except` and `icon`',
    hint: `Write \`- { name: Plants, pattern: 'https://plants.example.org/:plant', label: ':plant' }\`; icons are ${REFERENCE_ICONS.join(', ')}.`,
  });

/** Names of the shipped kinds that the site uses. */
export const shippedReferences = z
  .array(z.enum(SHIPPED_NAMES))
  .transform(shippedKinds)
  .default(shippedKinds(SHIPPED_NAMES))
  .meta({
    description: 'a list of kinds of reference',
    hint: `Write any of ${SHIPPED_NAMES.join(', ')}, or \`shippedReferences: []\` for none.`,
  });

function shippedKinds(names: readonly (typeof SHIPPED_NAMES)[number][]): ReferenceKind[] {
  return names.flatMap((name) => SHIPPED_REFERENCES[name]);
}

function patternErrors(pattern: string): string[] {
  if (!/^https?:\/\/[^/:*?#]+\/[^?#]*$/.test(pattern))
    return [
      `${pattern} is not a valid pattern: it must start with https://, a host without placeholders, and a slash, and contain neither ? nor #`,
    ];
  const error = patternError(pattern, undefined);
  return error === undefined ? [] : [`the pattern ${pattern} is invalid: ${error}`];
}

/** The placeholders of a template that a pattern lacks: `:owner, :user`, or the empty string. */
function missingNames(template: string, pattern: string): string {
  const known = namesOf(pattern);
  return namesOf(template)
    .filter((name) => !known.includes(name))
    .map((name) => `:${name}`)
    .join(', ');
}
