/** Schema of the setting `share`: the services that each post has a link to. */
import * as z from 'zod';

/** Each has an address in `src/site/share-links.ts`. */
export const SHARE_SERVICES = [
  'mastodon',
  'bluesky',
  'threads',
  'x',
  'facebook',
  'linkedin',
  'reddit',
  'hackernews',
  'whatsapp',
  'telegram',
  'email',
] as const;

export type ShareService = (typeof SHARE_SERVICES)[number];

export const share = z
  .array(z.enum(SHARE_SERVICES))
  .transform((names) => [...new Set(names)])
  .default([])
  .meta({
    description: 'a list of services',
    hint: `Write some of these, in the order to show them: ${SHARE_SERVICES.join(', ')}.`,
  });
