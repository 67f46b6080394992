/** What an import did, for the summary and the report. */
import { Account } from './account/account.ts';
import type { Change } from './body/body.ts';
import { DiskList, type Listed } from '../lib/disk-list.ts';
import type { Omission } from './index-blog.ts';
import type { ImportedEntry, Notice, Place, Status } from './model.ts';
import type { MissingPicture } from './pictures/pictures.ts';
import type { Effect } from './write/writer.ts';

export type Kind = 'post' | 'page' | 'comment' | 'picture' | 'author' | 'tag' | 'redirect';

/** Something in a text that the import could not keep as it was. */
export interface EntryChange extends Change {
  readonly place: Place;
  readonly title: string;
}

/** A file that was not written, because its owner has changed or removed it. */
export interface KeptFile {
  readonly path: string;
  readonly effect: Exclude<Effect, 'added' | 'updated' | 'unchanged'>;
}

export interface ImportResult {
  /** What the content folder has of the export now. */
  readonly counts: Readonly<Record<Kind, number>>;
  /** Entries that are written but not published, by their status. */
  readonly unpublished: ReadonlyMap<Status, number>;
  /** Numbers of posts and pages, by what happened to them. */
  readonly effects: ReadonlyMap<Effect, number>;
  readonly kept: readonly KeptFile[];
  readonly omissions: Listed<Omission>;
  readonly notices: Listed<Notice>;
  readonly account: Pick<Account, 'lines' | 'differences' | 'hasLosses'>;
  readonly changes: Listed<EntryChange>;
  readonly missing: Listed<MissingPicture>;
  /** Where files that `force` replaced are now. */
  readonly replaced: readonly string[];
  /** Hosts of the old blog that `site.yaml` does not name. */
  readonly unnamedHosts: readonly string[];
  /** Entries of earlier imports that the export does not have. */
  readonly absent: number;
}

/** Collects a result. */
export class Tally {
  readonly counts: Record<Kind, number> = {
    ...{ post: 0, page: 0, comment: 0, picture: 0, author: 0, tag: 0, redirect: 0 },
  };
  readonly unpublished = new Map<Status, number>();
  readonly effects = new Map<Effect, number>();
  readonly kept: KeptFile[] = [];
  readonly omissions = new DiskList<Omission>();
  readonly notices = new DiskList<Notice>();
  readonly account = new Account();
  readonly changes = new DiskList<EntryChange>();

  addChanges(changes: readonly Change[], about: Pick<EntryChange, 'place' | 'title'>): void {
    for (const change of changes) this.changes.add({ ...change, ...about });
  }

  /** @param isEntry whether the path is that of a post or page */
  addEffect(path: string, effect: Effect, isEntry: boolean): void {
    if (isEntry) this.effects.set(effect, (this.effects.get(effect) ?? 0) + 1);
    if (effect === 'kept' || effect === 'conflict' || effect === 'removed')
      this.kept.push({ path, effect });
  }

  addNotices(messages: readonly string[], { place }: Pick<ImportedEntry, 'place'>): void {
    for (const message of messages) this.notices.add({ type: 'notice', place, message });
  }

  addEntry({ type, status }: Pick<ImportedEntry, 'type' | 'status'>): void {
    this.counts[type]++;
    if (status !== 'public') this.unpublished.set(status, (this.unpublished.get(status) ?? 0) + 1);
  }
}
