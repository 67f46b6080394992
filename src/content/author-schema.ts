/** An author's file, `authors/*.json`. */
import * as z from 'zod';
import { isWebAddress, nameText, optionalText } from './fields.ts';

const handle = (what: string, hint: string) => optionalText.meta({ description: what, hint });

/** Every field of an author. Only `name` is required; posts refer to it. */
export const authorSchema = z.object({
  name: nameText.meta({
    description: 'text',
    hint: 'Write `"name": "..."` as the posts spell it.',
  }),
  bio: handle('text', 'Write a sentence or two about the author.'),
  avatar: handle('a file beside this one, or an address', 'Write `"avatar": "./name.jpg"`.'),
  website: optionalText
    .refine((url) => url === undefined || isWebAddress(url), {
      error: 'it is not an address that begins with https:// or http://',
    })
    .meta({ description: 'an address', hint: 'Write the whole address, with https://.' }),
  email: optionalText
    .refine((email) => email === undefined || /^[^\s@]+@[^\s@]+$/.test(email), {
      error: 'it is not an address for mail',
    })
    .meta({ description: 'an address', hint: 'Write the address alone: `name@example.org`.' }),
  github: handle('a user name', 'Write the name of the account.'),
  twitter: handle('a user name', 'Write the name of the account.'),
  bluesky: handle('a user name', 'Write the handle, such as `name.bsky.social`.'),
  mastodon: handle('a handle or an address', 'Write `@name@example.social` or the whole address.'),
  featured: z.boolean().optional().meta({
    description: 'true or false',
    hint: 'Write true or false; it has no effect yet.',
  }),
  postCount: z.number().optional().meta({
    description: 'a number',
    hint: 'Remove it: the posts are counted at each build.',
  }),
});

export type AuthorFields = z.output<typeof authorSchema>;
