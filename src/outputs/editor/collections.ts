/** The collections of the editor: posts, pages, authors, and the files that hold settings. */
import type * as z from 'zod';
import { authorSchema } from '../../content/author-schema.ts';
import { pageSchema } from '../../content/page-schema.ts';
import { postSchema } from '../../content/post-schema.ts';
import { redirectsSchema } from '../../content/redirects-schema.ts';
import { siteSchema } from '../../content/site-schema.ts';
import { termSchema } from '../../content/term-schema.ts';
import { DateReader } from '../../lib/dates.ts';
import { entriesOf, shapesOf, type Field, type Known } from './fields.ts';
import { nodeOf } from './json-schema.ts';
import type { FileFormat } from './shape.ts';

/** What the editor knows of the site. */
export interface Names extends Omit<Known, 'collection'> {
  /** Whether lists have small pictures, which are empty squares where there are none. */
  readonly hasCovers: boolean;
  readonly hasPortraits: boolean;
}

/** A collection, and the formats of its files by name. */
export interface Collection {
  readonly config: Readonly<Record<string, unknown>>;
  readonly formats: Readonly<Record<string, FileFormat>>;
}

/** Read before the text of a post; the other fields follow it. */
const FIRST = ['title', 'name', 'publishDate', 'published', 'author', 'tags', 'description'];

const BODY: Field = {
  name: 'body',
  label: 'Text',
  widget: 'richtext',
  required: false,
  modes: ['raw', 'rich_text'],
};

/** A post in the list: `Hello · 2021-04-06 (draft)`. */
const SUMMARY =
  "{{title}} · {{publishDate | date('YYYY-MM-DD')}}{{published | ternary('',' (draft)')}}";

/** Pictures beside the file that shows them: `./photo.jpg`. */
const BESIDE = { media_folder: '', public_folder: '.' };

/**
 * @param folder of the content in the repository
 * @param permalink pattern of the addresses of posts
 */
export function collectionsOf(folder: string, names: Names, permalink: string): Collection[] {
  return [
    posts(folder, names, permalink),
    pages(folder, names),
    authors(folder, names),
    settings(folder, names),
  ];
}

function posts(folder: string, names: Names, permalink: string): Collection {
  const schema = postSchema(new DateReader(names.timeZone, 'en'));
  const { fields, shapes } = fieldsOf(schema, { ...names, collection: 'posts' });
  return {
    config: {
      name: 'posts',
      label: 'Posts',
      label_singular: 'Post',
      icon: 'article',
      folder: `${folder}/posts`,
      path: '{{slug}}/index',
      slug: slugOf('{{title}}', fields),
      preview_path: previewPath(permalink),
      format: 'posts',
      ...BESIDE,
      thumbnail: names.hasCovers ? ['cover', 'image'] : false,
      summary: SUMMARY,
      sortable_fields: {
        fields: ['publishDate', 'title'],
        default: { field: 'publishDate', direction: 'descending' },
      },
      view_filters: [{ label: 'Drafts', field: 'published', pattern: false }],
      // As `npm run new` makes posts.
      fields: withBody(fields).map((field) =>
        field.name === 'published' ? { ...field, default: false } : field,
      ),
    },
    formats: { posts: { extension: 'md', shapes } },
  };
}

function pages(folder: string, names: Names): Collection {
  const { fields, shapes } = fieldsOf(pageSchema, { ...names, collection: 'pages' });
  return {
    config: {
      name: 'pages',
      label: 'Pages',
      label_singular: 'Page',
      icon: 'description',
      folder: `${folder}/pages`,
      slug: slugOf('{{title}}', fields),
      format: 'pages',
      ...BESIDE,
      thumbnail: false,
      fields: withBody(fields),
    },
    formats: { pages: { extension: 'md', shapes } },
  };
}

function authors(folder: string, names: Names): Collection {
  const { fields, shapes } = fieldsOf(authorSchema, { ...names, collection: 'authors' });
  return {
    config: {
      name: 'authors',
      label: 'Authors',
      label_singular: 'Author',
      icon: 'group',
      folder: `${folder}/authors`,
      identifier_field: 'name',
      slug: slugOf('{{name}}', fields),
      format: 'authors',
      ...BESIDE,
      thumbnail: names.hasPortraits ? 'avatar' : false,
      fields,
    },
    formats: { authors: { extension: 'json', shapes } },
  };
}

/** The files beside the folders. Those that do not exist are made when they are saved. */
function settings(folder: string, names: Names): Collection {
  const known = { ...names, collection: 'settings' };
  const site = fieldsOf(siteSchema, known);
  const redirects = fieldsOf(redirectsSchema, known);
  const term = fieldsOf(termSchema, known);
  const terms = (label: string): Field => ({
    name: 'terms',
    label,
    widget: 'list',
    required: false,
    collapsed: true,
    summary: '{{name}}',
    fields: [{ name: 'name', label: 'Name', widget: 'string' }, ...term.fields],
  });
  const file = (name: string, label: string, fields: readonly Field[]) => ({
    ...{ name, label, file: `${folder}/${name}.yaml`, format: name, fields },
    ...{ media_folder: '', public_folder: '' },
  });
  const map: FileFormat = { extension: 'yaml', shapes: term.shapes, map: 'terms' };
  return {
    config: {
      name: 'settings',
      label: 'Settings',
      icon: 'settings',
      files: [
        file('site', 'Site', site.fields),
        file('tags', 'Tags', [terms('Tags')]),
        file('series', 'Series', [terms('Series')]),
        file('redirects', 'Redirects', redirects.fields),
      ],
    },
    formats: {
      site: { extension: 'yaml', shapes: site.shapes },
      tags: map,
      series: map,
      redirects: { extension: 'yaml', shapes: redirects.shapes },
    },
  };
}

/** Names of folders and files keep to the same rule as slugs. */
function slugOf(template: string, fields: readonly Field[]) {
  const pattern = fields.find(({ name }) => name === 'slug')?.['pattern'];
  return { template, editable: true, ...(pattern !== undefined && { pattern }) };
}

/** The tokens of `permalink`, in the editor's templates. */
const TOKENS: ReadonlyMap<string, string> = new Map([
  [':year', "{{publishDate | date('YYYY')}}"],
  [':month', "{{publishDate | date('MM')}}"],
  [':day', "{{publishDate | date('DD')}}"],
  [':slug', '{{slug}}'],
]);

/** Tells the editor the address of a post, which redirects to the new one if its slug changes. */
function previewPath(permalink: string): string {
  return permalink.replace(/^\//, '').replace(/:\w+/g, (token) => TOKENS.get(token) ?? token);
}

function fieldsOf(schema: z.ZodType, known: Known) {
  const entries = entriesOf(nodeOf(schema), known);
  return { fields: entries.map(({ field }) => field), shapes: shapesOf(entries) };
}

function withBody(fields: readonly Field[]): Field[] {
  const first = FIRST.flatMap((name) => fields.find((field) => field.name === name) ?? []);
  return [...first, BODY, ...fields.filter((field) => !first.includes(field))];
}
