/** Field that filters the lists after it. `filter.js` fills it, so without scripts there is none. */
import type { VNode } from 'preact';
import type { Site } from '../../src/site/model.ts';
import { fileUrl } from './file-url.ts';

/** Lists of fewer entries are quick to look through. */
const MANY = 50;

interface FilterProps {
  readonly site: Site;
  /** Number of entries. */
  readonly count: number;
}

export function Filter({ site: { facts, words }, count }: FilterProps): VNode | null {
  if (count <= MANY) return null;
  const { filter, shown } = words.lists;
  return (
    <div
      class="filter"
      data-label={filter}
      data-shown={shown('#', words.number(count))}
      {...words.lang}
    >
      <script type="module" src={fileUrl(facts, '/js/filter.js')} />
    </div>
  );
}
