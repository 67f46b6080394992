/** Kinds of address that a site knows by their shape, such as those of PEPs: the setting `references`. */
import * as z from 'zod';
import { namesOf, patternFault } from '../lib/patterns.ts';
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
    const blame = (field: string, input: unknown, message: string): void => {
      issues.push({ code: 'custom', path: [field], input, message });
    };
    for (const fault of pattern.flatMap(addressFault)) blame('pattern', pattern, fault);
    for (const fault of except.flatMap(addressFault)) blame('except', except, fault);
    const [present = ''] = pattern;
    for (const address of pattern) {
      const unlabelled = lackingNames(label, address);
      if (unlabelled !== '') blame('label', label, `the pattern ${address} has no ${unlabelled}`);
      const lacking = lackingNames(present.replace(/\*$/, ''), address);
      if (lacking !== '')
        blame('pattern', pattern, `${address} has no ${lacking}, which ${present} asks for`);
    }
  });

/** Kinds of the site's own. They come before the shipped ones: the first that matches an address is the one. */
export const references = z
  .array(kind)
  .default([])
  .meta({
    description: 'a list of `name`, `pattern`, `label` and, if need be, `except` and `icon`',
    hint: `Write \`- { name: Plants, pattern: 'https://plants.example.org/:plant', label: ':plant' }\`; an icon is ${REFERENCE_ICONS.join(', ')}.`,
  });

/** The shipped kinds that the site uses, by their names. */
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

function addressFault(pattern: string): string[] {
  if (!/^https?:\/\/[^/:*?#]+\/[^?#]*$/.test(pattern))
    return [
      `${pattern} is no pattern: it begins with https://, a host without names or a star, and a slash, and holds no question mark or number sign`,
    ];
  const fault = patternFault(pattern, undefined);
  return fault === undefined ? [] : [`the pattern ${pattern} cannot be used: ${fault}`];
}

/** The names of a template that a pattern does not have: `:owner, :user`, or nothing. */
function lackingNames(template: string, pattern: string): string {
  const known = namesOf(pattern);
  const lacking = namesOf(template).filter((name) => !known.includes(name));
  return lacking.map((name) => `:${name}`).join(', ');
}
