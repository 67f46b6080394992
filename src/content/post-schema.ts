/** Front matter schema of a post. */
import * as z from 'zod';
import {
  dateField,
  languageTag,
  legacyUrls,
  nameOrList,
  nameText,
  optionalText,
  slugText,
  titleText,
} from './fields.ts';
import { translationOf } from './language-schema.ts';
import { perReader } from './per-reader.ts';
import { displayFields } from './post-display-schema.ts';
import { mastodonPost } from './services-schema.ts';

/** @param dates parses dates in the site's time zone */
export const postSchema = perReader((dates) =>
  z.object({
    title: titleText.meta({
      description: 'text',
      hint: 'Write `title: ...`; quote it if it contains `: ` or is a number.',
    }),
    publishDate: dateField(dates).meta({
      description: 'a date such as 2021-04-06',
      hint: "Write `publishDate: '2021-04-06'`, or with a time `'2021-04-06T18:30:00+02:00'`.",
      help: 'With a date in the future, the post appears on that day.',
    }),
    updatedDate: dateField(dates).optional().meta({
      description: 'a date such as 2021-04-06',
      hint: "Write `updatedDate: '2021-04-07'`, or remove it.",
    }),
    author: nameOrList.default([]).meta({
      kind: 'authors',
      description: 'a name, or a list of names',
      hint: 'Write the name as spelled in `content/authors`.',
      help: 'Names as spelled in the files of the authors.',
    }),
    description: optionalText.meta({
      kind: 'paragraph',
      description: 'text',
      hint: 'Write one or two sentences; quote them if they contain `: `.',
      help: 'One or two sentences for lists, feeds and search engines.',
    }),
    tags: z.array(nameText).default([]).meta({
      kind: 'tags',
      description: 'a list of text',
      hint: 'Write `tags: [first, second]`; quote a tag that is a number.',
    }),
    language: languageTag.optional().meta({
      description: 'a language tag',
      hint: 'Write a tag such as `fr` or `pt-BR`, or remove the line if the post is in the language of the site.',
    }),
    translationOf,
    published: z.boolean().default(true).meta({
      description: 'true or false',
      hint: 'Write `published: true` or `published: false`, without quotes.',
      help: 'Off for a draft.',
    }),
    mastodon: mastodonPost,
    legacyUrl: legacyUrls,
    slug: slugText,
    guid: optionalText.meta({
      label: 'Feed id',
      description: 'text',
      hint: 'Write the id of this post in the old feed.',
    }),
    image: optionalText.meta({
      kind: 'image',
      description: 'a file next to the post, or a URL',
      help: 'For link previews.',
      hint: 'Write `image: ./photo.jpg`.',
    }),
    imageAlt: optionalText.meta({
      label: 'Description of the image',
      description: 'text',
      hint: 'Describe what the image shows.',
    }),
    ...displayFields,
  }),
);

export type PostFields = z.output<ReturnType<typeof postSchema>>;
