/** The configuration of the editor, which must have all that the schemas have. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { authorSchema } from '../../../src/content/author-schema.ts';
import { pageSchema } from '../../../src/content/page-schema.ts';
import { postSchema } from '../../../src/content/post-schema.ts';
import { redirectsSchema } from '../../../src/content/redirects-schema.ts';
import { siteSchema } from '../../../src/content/site-schema.ts';
import { termSchema } from '../../../src/content/term-schema.ts';
import { DateReader } from '../../../src/lib/dates.ts';
import { shownFields, storedFields } from '../../../src/editor/files.ts';
import { cmsBackend } from '../../../src/outputs/editor/backend.ts';
import { editorConfig } from '../../../src/outputs/editor/config.ts';
import { entriesOf, type Field } from '../../../src/outputs/editor/fields.ts';
import { nodeOf, type Node } from '../../../src/outputs/editor/json-schema.ts';
import { ROOT } from '../../support/build-site.ts';
import { required } from '../../support/required.ts';

const REPOSITORY = {
  backend: 'github',
  host: 'https://github.com',
  repo: 'rosa/garden',
  branch: 'main',
  path: '',
} as const;

const KNOWN = {
  tags: ['garden', 'herbs'],
  authors: ['Ida', 'Rosa'],
  series: ['A year of herbs'],
  timeZone: 'Europe/Berlin',
  hasCovers: false,
  hasPortraits: true,
};

const field: z.ZodType<Field> = z.lazy(() =>
  z.looseObject({
    name: z.string(),
    label: z.string().min(1),
    widget: z.string(),
    fields: z.array(field).exactOptional(),
  }),
);
const withFields = z.looseObject({ name: z.string(), fields: z.array(field) });
const Config = z.looseObject({
  collections: z.array(
    z.looseObject({
      name: z.string(),
      fields: z.array(field).optional(),
      files: z.array(withFields).optional(),
    }),
  ),
});

function configOf(settings: Readonly<Record<string, unknown>> = {}) {
  const site = {
    ...KNOWN,
    settings: siteSchema.parse(settings),
    url: 'https://garden.example/',
    icon: '/favicon.svg',
    folder: 'content',
  };
  return editorConfig(site, cmsBackend(REPOSITORY, site.settings.editor?.auth));
}

/** Fields of each collection and file, by name. */
const FIELDS = new Map<string, readonly Field[]>(
  Config.parse(JSON.parse(JSON.stringify(configOf()))).collections.flatMap(
    ({ name, fields, files = [] }) => [
      ...(fields === undefined ? [] : [[name, fields] as const]),
      ...files.map((file) => [file.name, file.fields] as const),
    ],
  ),
);

function fieldOf(collection: string, name: string): Field | undefined {
  return FIELDS.get(collection)?.find((entry) => entry.name === name);
}

/** What a field may hold: texts, and the names of what it has within. */
function namesOf(fields: readonly Field[] | undefined): string[] {
  return (fields ?? []).flatMap(({ name, fields: inner }) => [
    name,
    ...namesOf(inner).map((own) => `${name}.${own}`),
  ]);
}

/** Names of a schema, also within tables, that are not among the fields. */
function missing({ properties = {}, items, anyOf = [] }: Node, fields: readonly Field[]): string[] {
  const tables = [items, ...anyOf].flatMap((node) =>
    node === undefined ? [] : missing(node, fields),
  );
  const own = Object.entries(properties).flatMap(([name, node]) => {
    const found = fields.find((entry) => entry.name === name);
    if (found === undefined) return node.kind === 'unused' ? [] : [name];
    return found.fields === undefined ? [] : missing(node, found.fields);
  });
  return [...own, ...tables];
}

describe('the editor shows every field of', () => {
  const terms = (name: string) => FIELDS.get(name)?.[0]?.fields;
  it.each([
    ['posts', postSchema(new DateReader('UTC', 'en')), FIELDS.get('posts')],
    ['pages', pageSchema, FIELDS.get('pages')],
    ['authors', authorSchema, FIELDS.get('authors')],
    ['the settings', siteSchema, FIELDS.get('site')],
    ['tags', termSchema, terms('tags')],
    ['series', termSchema, terms('series')],
    ['redirects', redirectsSchema, FIELDS.get('redirects')],
  ])('%s', (_, schema, fields) => {
    expect(missing(nodeOf(schema), required(fields))).toEqual([]);
  });

  it('a schema that gets another one', () => {
    const schema = pageSchema.extend({
      mood: z.enum(['calm', 'wild']).optional().meta({ description: '`calm` or `wild`' }),
      height: z.int().min(3).max(9).default(4).meta({ hint: 'Write how high it is.' }),
      tools: z.array(z.string()).default([]),
      place: z.strictObject({ city: z.string(), isWet: z.boolean().default(true) }).optional(),
      plants: z.record(z.string(), z.number()).optional(),
    });
    const entries = entriesOf(nodeOf(schema), { ...KNOWN, collection: 'pages' });
    const added = entries.slice(Object.keys(pageSchema.shape).length).map((entry) => entry.field);
    expect(added).toEqual([
      { name: 'mood', label: 'Mood', widget: 'select', options: ['calm', 'wild'], required: false },
      {
        ...{ name: 'height', label: 'Height', widget: 'number', value_type: 'int', min: 3, max: 9 },
        ...{ required: false, default: 4, hint: 'Write how high it is.' },
      },
      { name: 'tools', label: 'Tools', widget: 'list', required: false },
      {
        ...{ name: 'place', label: 'Place', widget: 'object', collapsed: 'auto', required: false },
        fields: [
          { name: 'city', label: 'City', widget: 'string', required: true },
          { name: 'isWet', label: 'Is wet', widget: 'boolean', required: false, default: true },
        ],
      },
      { name: 'plants', label: 'Plants', widget: 'text', required: false },
    ]);
  });
});

it('the editor has a label for every field, and no two of the same name', () => {
  for (const [collection, fields] of FIELDS) {
    const names = namesOf(fields);
    expect(new Set(names).size, collection).toBe(names.length);
  }
});

describe('a field of the editor', () => {
  it('offers the names that the site knows', () => {
    expect(fieldOf('posts', 'tags')).toMatchObject({ options: ['garden', 'herbs'], many: true });
    expect(fieldOf('posts', 'author')).toMatchObject({ options: ['Ida', 'Rosa'], many: true });
    const series = fieldOf('posts', 'series')?.fields ?? [];
    expect(series[0]).toMatchObject({ name: 'name', options: ['A year of herbs'] });
  });

  it.each([
    ['posts', 'title', { widget: 'string', required: true }],
    ['posts', 'publishDate', { widget: 'perennial-date', time_zone: 'Europe/Berlin' }],
    ['posts', 'published', { widget: 'boolean', default: false, hint: 'Off for a draft.' }],
    ['pages', 'published', { widget: 'boolean', default: true }],
    ['posts', 'cover', { widget: 'image', required: false }],
    ['posts', 'translationOf', { widget: 'relation', collection: 'posts' }],
    ['pages', 'translationOf', { widget: 'relation', collection: 'pages' }],
    ['posts', 'typography', { widget: 'select', options: ['on', 'off'] }],
    ['authors', 'bio', { widget: 'text' }],
    ['site', 'pageSize', { widget: 'number', min: 1, default: 20 }],
    ['site', 'navigation', { widget: 'text' }],
    ['site', 'host', { widget: 'select', multiple: true }],
  ])('is as its schema says: %s %s', (collection, name, expected) => {
    expect(fieldOf(collection, name)).toMatchObject(expected);
  });

  it('has an effect', () => {
    const names = FIELDS.get('authors')?.map(({ name }) => name);
    expect(names).toContain('mastodon');
    expect(names).not.toContain('featured');
    expect(names).not.toContain('postCount');
  });

  it('refuses what its schema refuses', () => {
    const [pattern = ''] = z.array(z.string()).parse(fieldOf('posts', 'slug')?.['pattern']);
    const [, source = '', flags] = /^\/(.*)\/(\w*)$/s.exec(pattern) ?? [];
    const rule = new RegExp(source, flags);
    for (const slug of ['hello', 'grüße-2', 'a_b.c']) expect(slug).toMatch(rule);
    for (const slug of ['a b', '-a', 'a/b', '']) expect(slug).not.toMatch(rule);
  });

  it('has hints that say what to fill in, not how to write YAML', () => {
    const hints = [...FIELDS.values()].flat().flatMap(({ hint }) => hint ?? []);
    expect(hints.filter((hint) => /`|\bquote|\bremove the line/.test(hint))).toEqual([]);
  });
});

it.each(['authors', 'pages', 'posts', 'redirects', 'site'])(
  'a file of %s gets none of the values that the editor fills in by itself',
  (name) => {
    const format = required(configOf().formats[name]);
    const shown = shownFields({}, format, NO_YAML);
    const filledIn = (FIELDS.get(name) ?? []).flatMap(({ name: key, widget, default: value }) =>
      value === undefined && widget !== 'boolean' ? [] : [[key, value ?? false] as const],
    );
    const saved = { ...Object.fromEntries(filledIn), ...shown };
    expect(storedFields(saved, {}, format, NO_YAML)).toEqual({});
  },
);

/** No field here needs it. */
const NO_YAML = { parse: (text: string) => text, format: String };

describe('the configuration', () => {
  it('has posts where `npm run new` makes them, with pictures beside them', () => {
    expect(configOf()).toMatchObject({
      collections: [
        {
          name: 'posts',
          folder: 'content/posts',
          path: '{{slug}}/index',
          media_folder: '',
          public_folder: '.',
          thumbnail: false,
          summary:
            "{{title}} · {{publishDate | date('YYYY-MM-DD')}}{{published | ternary('',' (draft)')}}",
          preview_path: "{{publishDate | date('YYYY')}}/{{publishDate | date('MM')}}/{{slug}}/",
        },
        { name: 'pages', folder: 'content/pages' },
        { name: 'authors', folder: 'content/authors', thumbnail: 'avatar' },
        {
          name: 'settings',
          files: [
            { name: 'site', file: 'content/site.yaml' },
            { name: 'tags', file: 'content/tags.yaml' },
            { name: 'series', file: 'content/series.yaml' },
            { name: 'redirects', file: 'content/redirects.yaml' },
          ],
        },
      ],
    });
  });

  it('commits to the branch, or by pull requests', () => {
    expect(configOf()['publish_mode']).toBe('simple');
    const editor = { repo: 'rosa/garden', pullRequests: true };
    expect(configOf({ editor })['publish_mode']).toBe('editorial_workflow');
  });
});

it('the configuration is what the editor takes', () => {
  const { formats, help, ...config } = configOf();
  const file = path.join(ROOT, 'node_modules/@sveltia/cms/schema/sveltia-cms.json');
  const validate = new Ajv({ strict: false, logger: false }).compile(
    z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8'))),
  );
  expect(Object.keys(formats)).toContain('posts');
  expect(help).toEqual(['de', 'en']);
  validate(config);
  expect(validate.errors).toBeNull();
});

describe('people sign in', () => {
  it('at GitHub with a token, or by a service of the owner', () => {
    expect(cmsBackend(REPOSITORY, undefined)).toEqual({
      ...{ name: 'github', repo: 'rosa/garden', branch: 'main' },
      ...{ api_root: 'https://api.github.com', auth_methods: ['token'] },
    });
    expect(cmsBackend(REPOSITORY, { url: 'https://auth.garden.example' })).toMatchObject({
      base_url: 'https://auth.garden.example',
      auth_methods: ['oauth', 'token'],
    });
  });

  it.each([
    ['gitlab', 'https://gitlab.com', 'https://gitlab.com/api/v4', 'pkce'],
    ['gitea', 'https://codeberg.org', 'https://codeberg.org/api/v1', undefined],
  ] as const)('at %s with PKCE', (backend, host, api, type) => {
    const made = cmsBackend({ ...REPOSITORY, backend, host }, { appId: 'abc' });
    expect(made).toMatchObject({ base_url: host, api_root: api, app_id: 'abc' });
    expect(made.auth_type).toBe(type);
    expect(cmsBackend({ ...REPOSITORY, backend, host }, undefined).auth_methods).toEqual(['token']);
  });

  it('at GitHub Enterprise', () => {
    const made = cmsBackend({ ...REPOSITORY, host: 'https://git.garden.example' }, undefined);
    expect(made.api_root).toBe('https://git.garden.example/api/v3');
  });
});
