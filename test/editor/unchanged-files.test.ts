/** Files of every kind that are opened and saved with the real configuration. */
import { expect, it } from 'vitest';
import { z } from 'zod';
import { siteSchema } from '../../src/content/site-schema.ts';
import { editorConfig } from '../../src/outputs/editor/config.ts';
import type { FileFormat, Value } from '../../src/outputs/editor/shape.ts';
import { required } from '../support/required.ts';
import { methodsOf } from './as-sveltia.ts';

interface Field {
  readonly name: string;
  readonly widget: string;
  readonly default?: Value | undefined;
  readonly multiple?: boolean | undefined;
}

const field: z.ZodType<Field> = z.looseObject({
  name: z.string(),
  widget: z.string(),
  default: z.custom<Value>().optional(),
  multiple: z.boolean().optional(),
});
const form = z.looseObject({ name: z.string(), format: z.string(), fields: z.array(field) });
const Config = z.looseObject({
  collections: z.array(
    z.union([form, z.looseObject({ files: z.array(form) }).transform(({ files }) => files)]),
  ),
  formats: z.record(z.string(), z.custom<FileFormat>()),
});

const config = Config.parse(
  editorConfig(
    {
      ...{ settings: siteSchema.parse({ title: 'A' }), url: 'https://garden.example/' },
      ...{ folder: 'content', tags: [], authors: [], series: [], timeZone: 'UTC' },
      ...{ hasCovers: true, hasPortraits: true, icon: '/favicon.svg' },
    },
    { name: 'gitea', repo: 'a/b', branch: 'main', api_root: 'http://127.0.0.1:1/api' },
  ),
);

/** What the form has for a field that the file does not have. */
function filled({ widget, default: byDefault, multiple }: Field): Value {
  if (byDefault !== undefined) return byDefault;
  if (widget === 'boolean') return false;
  if (widget === 'list' || multiple === true) return [];
  return widget === 'object' || widget === 'number' ? null : '';
}

it.each([
  ['posts', '---\ntitle: A\npublishDate: 2024-03-10\n---\n\nText.'],
  ['pages', '---\ntitle: A\n---\n\nText.'],
  ['authors', '{ "name": "Rosa" }'],
  ['site', 'title: A # short'],
  ['tags', 'herbs:\n  description: Green # yes\nnode.js:'],
  ['series', 'A year: {}'],
  ['redirects', 'redirects:\n  - from: /a/\n    to: /b/ # ours'],
])('%s stay the same', (name, text) => {
  const forms = config.collections.flat();
  const { fields = [], format = '' } = forms.find((one) => one.name === name) ?? {};
  const { fromFile, toFile } = methodsOf(required(config.formats[format]));
  const values = Object.fromEntries(fields.map((one) => [one.name, filled(one)]));
  expect(toFile({ ...values, ...fromFile(text) }).trimEnd()).toBe(text);
});
