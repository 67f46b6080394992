/** Schema of the setting `allow`: hosts that the content security policy allows. */
import * as z from 'zod';
import { readSource, type AllowedHosts } from '../lib/allowed-hosts.ts';

const sources = z
  .array(
    z.string().transform((written, context) => {
      const read = readSource(written);
      if ('source' in read) return read.source;
      context.addIssue({ code: 'custom', message: read.error });
      return z.NEVER;
    }),
  )
  .default([]);

export const allow = z
  .strictObject({
    scripts: sources,
    styles: sources,
    images: sources,
    frames: sources,
    forms: sources,
    connect: sources,
  } satisfies Record<keyof AllowedHosts, z.ZodType>)
  .optional()
  .meta({
    description:
      'a table of `scripts`, `styles`, `images`, `frames`, `forms` and `connect`, each a list of hosts',
    hint: 'Write `allow: { scripts: [https://scripts.example.org] }`, with names from the table in docs/guide/services.md.',
  });
