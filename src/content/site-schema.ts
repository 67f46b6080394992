/** Schema of the site settings, `site.yaml`. */
import * as z from 'zod';
import { canBeAllowed } from '../lib/attachments.ts';
import { isTimeZone } from '../lib/dates.ts';
import { brandSettings } from './brand-schema.ts';
import { allow } from './allow-schema.ts';
import { editor } from './editor-schema.ts';
import { feeds } from './feeds-schema.ts';
import { languageTag, nameText, optionalText, text, typography, webAddress } from './fields.ts';
import { languages } from './language-schema.ts';
import { layoutFields } from './layout-schema.ts';
import { limits } from './limits-schema.ts';
import { references, shippedReferences } from './reference-schema.ts';
import { analytics, comments, newsletter } from './services-schema.ts';
import { share } from './share-schema.ts';

/** Deployment targets; each has a module in `src/outputs/hosts`. */
export const HOST_NAMES = [
  'static',
  'github-pages',
  'netlify',
  'cloudflare',
  'vercel',
  'gitlab',
  'firebase',
  'azure',
  'nginx',
  'apache',
  'htaccess',
  'caddy',
  's3',
] as const;

export type HostName = (typeof HOST_NAMES)[number];

const hostName = z.enum(HOST_NAMES);

export interface Permalink {
  /** For posts without a preserved URL: `/:year/:month/:slug/`. */
  readonly pattern: string;
  /** Whether posts keep the URL that they had on the old blog. */
  readonly preserves: boolean;
}

const DEFAULT_PATTERN = '/:year/:month/:slug/';

export const siteSchema = z.object({
  title: text.default('A blog').meta({
    description: 'text',
    hint: 'Write the name of the blog.',
  }),
  description: optionalText.meta({
    kind: 'paragraph',
    description: 'text',
    hint: 'Write what the blog is about, in one sentence.',
  }),
  url: webAddress.default('https://example.org/').meta({
    description: 'the URL of the home page',
    hint: 'Write the full URL, such as `https://blog.example.org/` or `https://example.org/blog/`.',
  }),
  language: languageTag.default('en').meta({
    description: 'a language tag',
    hint: 'Write a tag such as `en`, `de` or `pt-BR`.',
  }),
  languages,
  timeZone: z
    .string()
    .refine(isTimeZone, { error: 'there is no such time zone' })
    .default('UTC')
    .meta({
      description: 'a time zone',
      hint: 'Write an IANA time zone name, such as `Europe/Berlin` or `UTC`.',
    }),
  author: optionalText.meta({
    description: 'text',
    hint: 'Write the name of the person or group behind the blog.',
  }),
  ...brandSettings,
  typography,
  permalink: z
    .string()
    .transform(readPermalink)
    .refine(({ pattern }) => isPattern(pattern), {
      error:
        'a pattern must start with a slash, end with a slash or `.html`, contain :slug, and use no tokens but :year, :month, :day and :slug',
    })
    .default({ pattern: DEFAULT_PATTERN, preserves: false })
    .meta({
      description: 'a pattern, or `preserve`',
      hint: 'Write a pattern such as `/:year/:month/:slug/`, or `preserve` to keep the old addresses of posts.',
    }),
  legacyHosts: z
    .array(z.string().regex(/^[a-z0-9.-]+$/i))
    .default([])
    .meta({
      description: 'a list of host names',
      hint: 'Write only host names, such as `name.blogspot.com`, without `https://`.',
    }),
  pageSize: z.int().min(1).default(20).meta({
    description: 'a whole number, at least 1',
    hint: 'Write how many posts each page of the home page lists.',
  }),
  feedSize: z.int().min(1).default(25).meta({
    description: 'a whole number, at least 1',
    hint: 'Write how many posts each feed contains.',
  }),
  feedContent: z.enum(['full', 'summary']).default('full').meta({
    description: '`full` or `summary`',
    hint: 'Write `feedContent: full` for full posts in the feeds, or remove the line.',
  }),
  feeds,
  largePhotos: z.enum(['smaller', 'original']).default('smaller').meta({
    description: '`smaller` or `original`',
    hint: 'Write `largePhotos: original` to publish photos of any size, or remove the line.',
  }),
  embedAddresses: z.boolean().default(true).meta({
    description: '`true` or `false`',
    hint: 'Write `embedAddresses: false` to keep addresses of videos as links, or remove the line.',
  }),
  embeds: z
    .strictObject({ posters: z.boolean().default(false) })
    .prefault({})
    .meta({
      description: '`posters`, `true` or `false`',
      hint: 'Write `embeds: { posters: true }` to show the pictures of videos, or remove the line.',
    }),
  attachments: z
    .array(z.string())
    .transform((endings) => endings.map((ending) => ending.replace(/^\./, '').toLowerCase()))
    .refine((endings) => endings.every(canBeAllowed), {
      error:
        'an ending has only letters and digits, and files that servers read for directives, such as `shtml`, are never published',
    })
    .default([])
    .meta({
      description: 'a list of file name endings',
      hint: 'Write endings such as `attachments: [html, js]`, or remove the line.',
    }),
  hub: webAddress.optional().meta({
    description: 'the URL of a WebSub hub',
    hint: 'Write the full URL of the hub, such as `https://hub.example/`, or remove the line.',
  }),
  legacy: z.enum(['blogger', 'none']).optional().meta({
    description: '`blogger` or `none`',
    hint: 'Write `legacy: blogger` for a blog that moves away from Blogger, or remove the line.',
  }),
  host: z
    .union([hostName, z.array(hostName).min(1)])
    .transform((value) => (Array.isArray(value) ? [...new Set(value)] : [value]))
    .default(['static'])
    .meta({
      description: 'the name of a host, or a list of them',
      hint: `Write one or more of: ${HOST_NAMES.join(', ')}.`,
    }),
  allow,
  analytics,
  comments,
  newsletter,
  share,
  limits,
  references,
  shippedReferences,
  anonymousAuthors: z.array(nameText).default(['Unknown']).meta({
    description: 'a list of names',
    hint: 'Write the author names that should have no byline.',
  }),
  editor,
  ...layoutFields,
  social: z
    .array(z.object({ text, url: webAddress }))
    .default([])
    .meta({
      description: 'a list of `text` and `url`',
      hint: 'Write `- { text: Mastodon, url: https://example.social/@name }`.',
    }),
});

export type SiteSettings = z.output<typeof siteSchema>;

/** `preserve`, a pattern, or both in this order. */
function readPermalink(written: string): Permalink {
  const [, preserve, pattern = ''] = /^(?:(preserve)(?:\s+|$))?(.*)/s.exec(written) ?? [];
  const preserves = preserve !== undefined;
  return { pattern: preserves && pattern === '' ? DEFAULT_PATTERN : pattern, preserves };
}

function isPattern(pattern: string): boolean {
  const tokens: readonly string[] = pattern.match(/:\w+/g) ?? [];
  return (
    /^\/(?:[^\s\\?#]*[^\s\\?#/](?:\/|\.html))?$/.test(pattern) &&
    tokens.includes(':slug') &&
    tokens.every((token) => [':year', ':month', ':day', ':slug'].includes(token)) &&
    !pattern.includes('//') &&
    !/(?:^|\/)\.\.?(?:\/|$)/.test(pattern)
  );
}
