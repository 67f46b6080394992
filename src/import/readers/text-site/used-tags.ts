/** The tags of entries, with the addresses of their old lists. */
import type { ImportedTag } from '../../model.ts';
import type { PlannedEntry } from './plan.ts';

/** Tags or categories. */
export interface Taxonomy {
  /** The names that an entry has. */
  readonly namesIn: (entry: PlannedEntry) => readonly string[];
  /** Root-relative address of the list of a name. */
  readonly address: (name: string) => string;
}

export function* usedTags(
  entries: readonly PlannedEntry[],
  taxonomies: readonly Taxonomy[],
): Generator<ImportedTag> {
  const addresses = new Map<string, Set<string>>();
  for (const entry of entries)
    for (const { namesIn, address } of taxonomies)
      for (const name of namesIn(entry)) {
        // Names that differ in case are one tag here.
        const tag = entry.head.tags.find((own) => own.toLowerCase() === name.toLowerCase()) ?? name;
        addresses.set(tag, (addresses.get(tag) ?? new Set()).add(address(name)));
      }
  for (const [name, legacyUrls] of addresses)
    yield { type: 'tag', name, legacyUrls: [...legacyUrls] };
}
