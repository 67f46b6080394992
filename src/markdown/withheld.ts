/** Files beside the body that browsers or servers could run, which are not published. */
import { refusal } from '../lib/attachments.ts';
import { report, type BodyTree } from './body.ts';
import { findFile } from './urls.ts';
import type { Written } from './uses.ts';

/**
 * Whether an address names a file that is not published, which is then reported.
 * @param effect what readers get instead
 */
export function isWithheld(address: Written, effect: string, body: BodyTree): boolean {
  const found = findFile(address.written, body.source.withheld ?? []);
  if (found === undefined) return false;
  const { reason, hint } = refusal(found.file);
  report(body, 'warning', address, {
    code: 'attachment-withheld',
    message: `"${found.file}" ${reason}, so it is not published, and ${effect}.`,
    hint,
  });
  return true;
}
