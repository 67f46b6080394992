/** Schema of the setting `editor`: the editor at `/admin/`, and the repository that it writes to. */
import * as z from 'zod';
import { isSecureUrl } from '../lib/allowed-hosts.ts';
import { oneOf } from './one-of.ts';
import { text } from './fields.ts';

export const BACKENDS = ['github', 'gitlab', 'gitea'] as const;

export type BackendName = (typeof BACKENDS)[number];

/** Address of a Git host or of a service that signs in, without a slash at the end. */
const origin = z
  .string()
  .refine((value) => isSecureUrl(value) && !/[?#]/.test(value), {
    error: 'it is not a URL that starts with https:// and has neither `?` nor `#`',
  })
  .transform((value) => new URL(value).href.replace(/\/$/, ''));

const folder = z
  .string()
  .transform((value) => value.replace(/^\.?\/|\/$/g, ''))
  .refine((value) => value.split('/').every((name) => name !== '..' && name !== '.'), {
    error: 'it leads out of the repository',
  });

const auth = z.strictObject({
  /** Id of the application registered at the Git host, for PKCE. */
  appId: text.optional(),
  /** A service that signs in at GitHub, which has no PKCE for pages. */
  url: origin.optional(),
});

const table = z.strictObject({
  backend: z.enum(BACKENDS).optional(),
  repo: z
    .string()
    .regex(/^[^/:\s]+(?:\/[^/:\s]+)+$/)
    .optional(),
  branch: text.optional(),
  path: folder.optional(),
  url: origin.optional(),
  auth: auth.optional(),
  pullRequests: z.boolean().default(false),
});

export type EditorSetting = z.output<typeof table>;

export const editor = oneOf((value) => (typeof value === 'object' ? table : z.boolean()))
  .transform((value): EditorSetting | undefined => {
    if (typeof value === 'object') return value;
    return value ? { pullRequests: false } : undefined;
  })
  .optional()
  .meta({
    description: '`true`, or a table with `backend`, `repo`, `branch`, `path` and `auth`',
    hint: 'Write `editor: true`, or `editor: { backend: github, repo: rosa/garden }`, or remove the line.',
  });
