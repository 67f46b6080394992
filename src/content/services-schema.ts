/** Schemas of the settings for services of other sites: `analytics`, `comments` and `newsletter`. */
import * as z from 'zod';
import { isSecureUrl } from '../lib/allowed-hosts.ts';
import { decodeEntities } from '../lib/html.ts';
import { suggestName } from '../lib/suggest-name.ts';
import { text } from './fields.ts';

/** What a service calls the site, such as a token. */
const id = pattern(/^[\w.,-]+$/, 'an id has only letters, digits, dots, hyphens and underscores');

const repo = pattern(/^[\w.-]+\/[\w.-]+$/, 'it is not the name of a repository, `owner/name`');

/** Address of a service, with a slash at the end. */
const instance = z
  .string()
  .refine((value) => isSecureUrl(value) && !/[?#]/.test(value), {
    error: 'it is not a URL that starts with https:// and has neither `?` nor `#`',
  })
  .transform((url) => new URL(url.replace(/\/?$/, '/')).href);

/** Where a form is sent. Pages of services show it as HTML, with `&amp;`. */
const action = z
  .string()
  .transform(decodeEntities)
  .refine(isSecureUrl, { error: 'it is not a URL that starts with https://' })
  .transform((url) => new URL(url).href);

const ANALYTICS = ['plausible', 'goatcounter', 'umami', 'matomo', 'cloudflare'] as const;

export const analytics = ofServices(ANALYTICS)
  .pipe(
    z.discriminatedUnion('service', [
      z.strictObject({ service: z.literal('plausible'), id, url: instance.optional() }),
      z
        .strictObject({
          service: z.literal('goatcounter'),
          id: id.optional(),
          url: instance.optional(),
        })
        .check(({ value, issues }) => {
          // An instance of one's own needs no id.
          if ((value.id ?? value.url) === undefined)
            issues.push({ code: 'custom', path: ['id'], input: undefined, message: '' });
        }),
      z.strictObject({ service: z.literal('umami'), id, url: instance.optional() }),
      z.strictObject({
        service: z.literal('matomo'),
        id: z.union([z.int().min(1), pattern(/^\d+$/, 'an id of Matomo is a number')]),
        url: instance,
      }),
      z.strictObject({ service: z.literal('cloudflare'), id }),
    ]),
  )
  .optional()
  .meta({
    description: 'a table with `service` and `id`, and `url` for an instance of your own',
    hint: 'Write `analytics: { service: plausible, id: blog.example.org }`; goatcounter, umami and cloudflare need an `id` too, matomo `id` and `url` (docs/guide/services.md).',
  });

const COMMENTS = ['giscus', 'utterances', 'isso', 'mastodon'] as const;

const commentService = ofServices(COMMENTS).pipe(
  z.discriminatedUnion('service', [
    z.strictObject({
      service: z.literal('giscus'),
      repo,
      repoId: id,
      category: text,
      categoryId: id,
      url: instance.default('https://giscus.app/'),
    }),
    z.strictObject({ service: z.literal('utterances'), repo }),
    z.strictObject({ service: z.literal('isso'), url: instance }),
    z.strictObject({ service: z.literal('mastodon') }),
  ]),
);

/**
 * `live` are those of a service; `archive` and `feeds` say whether posts and feeds show the comments of
 * `comments.yaml`.
 */
export const comments = z
  .looseObject({ archive: z.boolean().default(true), feeds: z.boolean().default(false) })
  .transform(({ archive, feeds, ...service }, context) => {
    if (Object.keys(service).length === 0) return { archive, feeds, live: undefined };
    const live = commentService.safeParse(service);
    if (live.success) return { archive, feeds, live: live.data };
    context.issues.push(...live.error.issues.map((issue) => asRaw(issue, service)));
    return z.NEVER;
  })
  .optional()
  .meta({
    description: 'a table with `service` and what it needs',
    hint: 'Write `comments: { service: isso, url: https://comments.example.org/ }`; giscus needs `repo`, `repoId`, `category` and `categoryId`, utterances `repo`, and mastodon nothing (docs/guide/services.md).',
  });

const NEWSLETTERS = ['buttondown', 'mailchimp', 'listmonk', 'form'] as const;

export const newsletter = ofServices(NEWSLETTERS)
  .pipe(
    z.discriminatedUnion('service', [
      z.strictObject({ service: z.literal('buttondown'), id }),
      z.strictObject({
        service: z.literal('mailchimp'),
        url: action.refine(isMailchimp, {
          error:
            'it is not the `action` of a Mailchimp form, `https://NAME.us1.list-manage.com/subscribe/post?u=...&id=...`',
        }),
      }),
      z.strictObject({ service: z.literal('listmonk'), url: instance, id }),
      z.strictObject({ service: z.literal('form'), url: action, field: text.default('email') }),
    ]),
  )
  .optional()
  .meta({
    description: 'a table with `service` and what it needs',
    hint: 'Write `newsletter: { service: buttondown, id: garden }`; mailchimp and form need `url`, listmonk `url` and `id` (docs/guide/services.md).',
  });

/** Front matter `mastodon`. */
export const mastodonPost = z
  .string()
  .refine(isMastodonPost, { error: 'it is not the URL of a post on a Mastodon server' })
  .optional()
  .meta({
    description: 'the URL of a post on a Mastodon server',
    hint: 'Write the URL that the post has on your own server, such as `https://example.social/@garden/112233445566778899`.',
  });

/** An issue of a nested check, as the outer one takes it. */
function asRaw(issue: z.core.$ZodIssue, input: Record<string, unknown>): z.core.$ZodRawIssue {
  const { path, message } = issue;
  if (issue.code === 'unrecognized_keys')
    return { code: issue.code, path, keys: issue.keys, input };
  if (issue.code === 'custom') return { code: issue.code, path, message, input };
  return { code: 'invalid_type', expected: 'string', path, message, input };
}

/** A table whose `service` is one of these. */
function ofServices(names: readonly string[]) {
  return z.looseObject({
    service: z.string().refine((name) => names.includes(name), {
      error: ({ input }) => {
        const meant = suggestName(String(input), names);
        return `there is no such service${meant === undefined ? '' : `; did you mean \`${meant}\`?`}`;
      },
    }),
  });
}

function pattern(valid: RegExp, error: string) {
  return z.string().refine((value) => valid.test(value), { error });
}

function isMailchimp(url: string): boolean {
  const { hostname, searchParams } = new URL(url);
  return /\.list-manage\d*\.com$/.test(hostname) && searchParams.has('u') && searchParams.has('id');
}

function isMastodonPost(url: string): boolean {
  return (
    isSecureUrl(url) &&
    /^https:\/\/[^/?#]+\/(?:@[^/?#]+|users\/[^/?#]+\/statuses)\/\d+\/?$/i.test(url)
  );
}
