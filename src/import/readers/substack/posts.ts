/** The table of posts of a Substack export. */
import { decodeEntities } from '../../../lib/html.ts';
import type { Status } from '../../model.ts';
import { readCsv } from '../csv.ts';

export interface SubstackPost {
  /** `123401.plain-text`; names its file. */
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly subtitle: string | undefined;
  /** ISO 8601 with offset. */
  readonly published: string | undefined;
  readonly status: Status;
  readonly type: string;
  /** URL of the episode of a podcast. */
  readonly audio: string | undefined;
  /** 1-based. */
  readonly line: number;
}

export function readPosts(csv: string): readonly SubstackPost[] {
  const ids = new Map(csv.split('\n').map((line, index) => [line.split(',')[0] ?? '', index + 1]));
  return readCsv(csv).flatMap((row) => {
    const id = row.get('post_id')?.trim() ?? '';
    if (id === '') return [];
    const date = row.get('post_date')?.trim() ?? '';
    return {
      id,
      slug: id.replace(/^\d+\./, ''),
      title: plain(row.get('title')),
      subtitle: plain(row.get('subtitle')) || undefined,
      published: Number.isNaN(Date.parse(date)) ? undefined : date,
      status: statusOf(row),
      type: row.get('type')?.trim() ?? '',
      audio: row.get('podcast_url')?.trim() || undefined,
      line: ids.get(id) ?? ids.get(`"${id}"`) ?? 1,
    };
  });
}

function plain(text = ''): string {
  return decodeEntities(text).replace(/\s+/g, ' ').trim();
}

/** Who may read a post besides subscribers who pay; anything unknown is not public. */
function statusOf(row: ReadonlyMap<string, string>): Status {
  if (row.get('is_published')?.trim().toLowerCase() !== 'true') return 'draft';
  // Sent as an e-mail to some of the subscribers, and never a page.
  if (row.get('type') === 'adhoc_email') return 'private';
  switch (row.get('audience')?.trim()) {
    case 'everyone':
      return 'public';
    case 'only_paid':
    case 'only_free':
    case 'founding':
      return 'members';
    default:
      return 'unknown';
  }
}
