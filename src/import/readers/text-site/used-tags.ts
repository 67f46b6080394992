/** The tags of entries, with the addresses of their old lists. */
import type { ImportedTag } from '../../model.ts';
import type { PlannedEntry } from './plan.ts';

export interface OldList {
  /** Of the tag or category. */
  readonly name: string;
  /** Root-relative. */
  readonly address: string;
}

/** @param listsOf the lists that an entry was in */
export function* usedTags(
  entries: readonly PlannedEntry[],
  listsOf: (entry: PlannedEntry) => readonly OldList[],
): Generator<ImportedTag> {
  const addresses = new Map<string, Set<string>>();
  for (const entry of entries)
    for (const { name, address } of listsOf(entry)) {
      // Names that differ in case are one tag here.
      const tag = entry.head.tags.find((own) => own.toLowerCase() === name.toLowerCase()) ?? name;
      addresses.set(tag, (addresses.get(tag) ?? new Set()).add(address));
    }
  for (const [name, legacyUrls] of addresses)
    yield { type: 'tag', name, legacyUrls: [...legacyUrls] };
}
