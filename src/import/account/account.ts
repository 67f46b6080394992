/** Accounts for everything that readers of the old blog saw: how much has arrived, and what has not. */
import type { Change } from '../body/body.ts';
import { DiskList } from '../../lib/disk-list.ts';
import type { Place } from '../model.ts';
import { compareFacts, type Difference, type Equivalence, type FactKind } from './compare.ts';
import type { Facts } from './facts.ts';

export const ACCOUNT_KINDS = [
  'word',
  'line',
  'link',
  'picture',
  'frame',
  'code',
  'heading',
  'comment',
] as const satisfies readonly (FactKind | 'comment')[];

export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** How much of a text has arrived. */
export interface TextAccount {
  readonly totals: ReadonlyMap<AccountKind, number>;
  readonly differences: readonly ExplainedDifference[];
}

/** Of a text that was not read. */
export const NO_ACCOUNT: TextAccount = { totals: new Map(), differences: [] };

export interface ExplainedDifference extends Omit<Difference, 'kind'> {
  readonly kind: AccountKind;
  /** Noun phrase, if it is known why: "a script of another site". */
  readonly reason?: string | undefined;
}

export interface AccountedDifference extends ExplainedDifference {
  readonly place: Place;
  /** Of the post. */
  readonly title: string;
}

export interface AccountLine {
  readonly kind: AccountKind;
  readonly arrived: number;
  readonly total: number;
}

/** @param changes that the converter has made on purpose */
export function accountFor(
  source: Facts,
  rendered: Facts,
  changes: readonly Change[],
  equivalence: Equivalence,
): TextAccount {
  return {
    totals: new Map<AccountKind, number>([
      ['word', source.words.length],
      ['line', source.lines.length],
      ['link', source.links.length],
      ['picture', source.pictures.length],
      ['frame', source.frames.length],
      ['code', source.code.length],
      ['heading', source.headings.length],
    ]),
    differences: compareFacts(source, rendered, equivalence).map((difference) => ({
      ...difference,
      reason: changes.find(({ text }) => names(text, difference))?.reason,
    })),
  };
}

/** Whether the text of a change is about what is missing or new. */
function names(changed: string, { text, address = '' }: Difference): boolean {
  if (text === '' && address === '') return false;
  return changed.includes(text) && changed.includes(address);
}

/** Sums up texts. */
export class Account {
  readonly differences = new DiskList<AccountedDifference>();
  /** Whether something is missing and nobody knows why. */
  hasLosses = false;
  readonly #totals = new Map<AccountKind, number>();
  readonly #missing = new Map<AccountKind, number>();

  add({ totals, differences }: TextAccount, place: Place, title: string): void {
    for (const [kind, total] of totals) increase(this.#totals, kind, total);
    for (const difference of differences) {
      this.differences.add({ ...difference, place, title });
      if (difference.change !== 'missing') continue;
      increase(this.#missing, difference.kind, 1);
      if (difference.reason === undefined) this.hasLosses = true;
    }
  }

  /** Kinds of which the export has something. */
  get lines(): AccountLine[] {
    return ACCOUNT_KINDS.flatMap((kind) => {
      const total = this.#totals.get(kind) ?? 0;
      const arrived = total - (this.#missing.get(kind) ?? 0);
      return total === 0 ? [] : [{ kind, arrived, total }];
    });
  }
}

function increase(counts: Map<AccountKind, number>, kind: AccountKind, by: number): void {
  counts.set(kind, (counts.get(kind) ?? 0) + by);
}
