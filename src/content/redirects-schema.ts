/** Schema of `redirects.yaml`: redirects that belong to no post. */
import * as z from 'zod';

type Status = 301 | 302 | 307 | 308 | 410;

const redirectStatus = z.custom<Status>(isStatus, 'a status must be 301, 302, 307, 308 or 410');

const redirect = z
  .strictObject({
    from: z.string().min(1),
    to: z.string().min(1).optional(),
    status: redirectStatus.default(301),
  })
  .refine(({ to, status }) => (to === undefined) === (status === 410), {
    path: ['to'],
    error: 'status 410 means that the page is gone for good',
  });

/** `from` is a path or pattern of the old site, `to` one of this site. */
export const redirectsSchema = z.object({
  redirects: z.array(redirect).default([]).meta({
    description: 'a list of `from`, `to` and optionally `status`',
    hint: 'Under `redirects:`, write one `- { from: /p/about.html, to: /about/ }` per line; a status is 301, 302, 307, 308 or 410.',
  }),
});

function isStatus(value: unknown): value is Status {
  return value === 301 || value === 302 || value === 307 || value === 308 || value === 410;
}

export type RedirectFields = z.output<typeof redirectsSchema>['redirects'][number];
