/** Schema of an author file, `authors/*.json`. */
import * as z from 'zod';
import { isWebAddress, legacyUrls, nameText, optionalText, slugText } from './fields.ts';

const account = optionalText.meta({
  description: 'a user name',
  hint: 'Write the name of the account.',
});

/** Only `name` is required; posts refer to it. */
export const authorSchema = z.object({
  name: nameText.meta({
    description: 'text',
    hint: 'Write `"name": "..."`, spelled as in the posts.',
  }),
  slug: slugText,
  legacyUrl: legacyUrls,
  bio: optionalText.meta({
    kind: 'paragraph',
    description: 'text',
    hint: 'Write a sentence or two about the author.',
  }),
  avatar: optionalText.meta({
    kind: 'image',
    description: 'a file next to this one, or a URL',
    hint: 'Write `"avatar": "./name.jpg"`.',
  }),
  website: optionalText
    .refine((url) => url === undefined || isWebAddress(url), {
      error: 'it is not a URL that starts with https:// or http://',
    })
    .meta({ description: 'a URL', hint: 'Write the full URL, including https://.' }),
  email: optionalText
    .refine((email) => email === undefined || /^[^\s@]+@[^\s@]+$/.test(email), {
      error: 'it is not an email address',
    })
    .meta({ description: 'an email address', hint: 'Write only the address: `name@example.org`.' }),
  github: account,
  twitter: account,
  bluesky: optionalText.meta({
    description: 'a user name',
    hint: 'Write the handle, such as `name.bsky.social`.',
  }),
  mastodon: optionalText.meta({
    description: 'a handle or a URL',
    hint: 'Write `@name@example.social` or the full URL.',
  }),
  featured: z.boolean().optional().meta({
    kind: 'unused',
    description: 'true or false',
    hint: 'Write true or false; it has no effect yet.',
  }),
  postCount: z.number().optional().meta({
    kind: 'unused',
    description: 'a number',
    hint: 'Remove it; every build counts the posts.',
  }),
});

export type AuthorFields = z.output<typeof authorSchema>;
