/**
 * Rows of the tables in an export of Ghost, with the fields that may be public and no others: mail addresses,
 * hashes of passwords and keys end here.
 */
import * as z from 'zod';

/** Numbers were ids before Ghost 1.0. */
const text = z
  .union([z.string(), z.number(), z.null()])
  .optional()
  .transform((value) => `${value ?? ''}`)
  .catch('');

const flag = z
  .unknown()
  .optional()
  .transform((value) => value === true || value === 1 || value === '1' || value === 'true');

const order = z.coerce.number().catch(0);

export const postRow = z.object({
  id: text,
  uuid: text,
  title: text,
  slug: text,
  html: text,
  lexical: text,
  mobiledoc: text,
  markdown: text,
  feature_image: text,
  /** Before 2.0. */
  image: text,
  featured: flag,
  type: text,
  /** Before 3.0. */
  page: flag,
  status: text,
  visibility: text,
  published_at: text,
  updated_at: text,
  custom_excerpt: text,
  meta_description: text,
  canonical_url: text,
  locale: text,
  /** Before 2.0. */
  language: text,
  author_id: text,
  created_by: text,
  codeinjection_head: text,
  codeinjection_foot: text,
});
export type PostRow = z.output<typeof postRow>;

export const metaRow = z.object({
  post_id: text,
  meta_description: text,
  feature_image_alt: text,
  feature_image_caption: text,
  email_only: flag,
});
export type MetaRow = z.output<typeof metaRow>;

export const tagRow = z.object({
  id: text,
  name: text,
  slug: text,
  description: text,
  visibility: text,
});
export type TagRow = z.output<typeof tagRow>;

export const userRow = z.object({
  id: text,
  name: text,
  slug: text,
  bio: text,
  website: text,
  profile_image: text,
  /** Before 2.0. */
  image: text,
});
export type UserRow = z.output<typeof userRow>;

export const postTagRow = z.object({ post_id: text, tag_id: text, sort_order: order });
export const postAuthorRow = z.object({ post_id: text, author_id: text, sort_order: order });

/** Settings that readers of the blog see; all others may be secret. */
const PUBLIC_SETTINGS = [
  'title',
  'description',
  'locale',
  'lang',
  'default_locale',
  'timezone',
  'active_timezone',
  'permalinks',
  'codeinjection_head',
  'codeinjection_foot',
  'ghost_head',
  'ghost_foot',
] as const;
export type SettingName = (typeof PUBLIC_SETTINGS)[number];

export const settingRow = z.object({ key: z.enum(PUBLIC_SETTINGS), value: text });

export const metaOfExport = z.object({ version: text });
