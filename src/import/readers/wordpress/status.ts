/** Who could read an entry. */
import type { Status } from '../../model.ts';
import type { XmlNode } from '../../source/xml-items.ts';
import { field } from './wxr-items.ts';

/** By `wp:status`. */
export const STATUSES: ReadonlyMap<string, Status> = new Map<string, Status>([
  ['publish', 'public'],
  ['draft', 'draft'],
  ['auto-draft', 'draft'],
  ['pending', 'draft'],
  ['future', 'scheduled'],
  ['private', 'private'],
  ['trash', 'trashed'],
]);

/** Plugins that show an entry to members alone. */
const MEMBER_FIELDS: readonly (readonly [string, RegExp])[] = [
  ['_jetpack_newsletter_access', /subscribers/],
  ['_members_access_role', /./],
  ['_wc_memberships_force_public', /^no$/],
  ['pms-content-restrict-user-status', /./],
  ['rcp_user_level', /^(?!None$)./],
];

/** @param isCut whether the file ends in the item */
export function statusOf(
  node: XmlNode,
  meta: ReadonlyMap<string, readonly string[]>,
  isCut: boolean,
): Status {
  const written = field(node, 'wp:status');
  const status = STATUSES.get(written) ?? 'unknown';
  if (status !== 'public') return status;
  // The fields that would tell otherwise may be missing.
  if (isCut) return 'unknown';
  if (field(node, 'wp:post_password') !== '') return 'password';
  const isForMembers = MEMBER_FIELDS.some(([key, pattern]) =>
    (meta.get(key) ?? []).some((value) => pattern.test(value)),
  );
  return isForMembers ? 'members' : 'public';
}
