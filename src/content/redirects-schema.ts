/** Old addresses that no post owns, `redirects.yaml`. */
import { z } from 'zod';

/** A list of pairs; `from` is a path of the old site, `to` one of this site. */
export const redirectsSchema = z.object({
  redirects: z
    .array(z.object({ from: z.string().min(1), to: z.string().min(1) }))
    .default([])
    .meta({
      description: 'a list of `from` and `to`',
      hint: 'Write `- { from: /p/about.html, to: /about/ }` a line, under `redirects:`.',
    }),
});

export type RedirectFields = z.output<typeof redirectsSchema>['redirects'][number];
