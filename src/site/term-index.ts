/** How alike texts are: the cosine of their TF-IDF vectors, found through an inverted index. */

/** A term of more texts than this part of them says little of any; nor does one of very many. */
const COMMON = 1 / 5;
const VERY_MANY = 150;
/** Terms by which a text is known, those that tell most of it: long texts take no longer than others. */
const MOST_TERMS = 100;

/** Terms of a text, each once, with what each says of it. */
interface Vector {
  readonly ids: Int32Array;
  readonly weights: Float64Array;
}

export class TermIndex {
  readonly #vectors: readonly Vector[];
  /** The texts in which each term weighs something, term after term. */
  readonly #starts: Int32Array;
  readonly #places: Int32Array;
  readonly #weights: Float64Array;
  /** Likeness to the text that is looked at, by place; all zero between two calls. */
  readonly #scores: Float64Array;

  /**
   * @param texts the terms of each, as often as it uses them
   * @param isFound whether the text at a place may be found, and counts for what is rare
   */
  constructor(texts: readonly Int32Array[], isFound: (place: number) => boolean) {
    const known = new Map<number, number>();
    const counted = texts.map((terms) => count(terms, known));
    const uses = usesOf(
      counted.filter((_, place) => isFound(place)),
      known.size,
    );
    const found = texts.filter((_, place) => isFound(place)).length;
    const rarity = Float64Array.from(uses, (times) =>
      times < 2 || times > Math.min(found * COMMON, VERY_MANY) ? 0 : Math.log(found / times),
    );
    this.#vectors = counted.map((vector) => weigh(vector, rarity));
    this.#scores = new Float64Array(texts.length);

    const kept = usesOf(
      this.#vectors.filter((_, place) => isFound(place)),
      known.size,
    );
    this.#starts = new Int32Array(known.size + 1);
    for (let id = 0; id < known.size; id++)
      this.#starts[id + 1] = (this.#starts[id] ?? 0) + (kept[id] ?? 0);
    const ends = this.#starts.slice();
    this.#places = new Int32Array(this.#starts.at(-1) ?? 0);
    this.#weights = new Float64Array(this.#places.length);
    for (const [place, { ids, weights }] of this.#vectors.entries()) {
      if (!isFound(place)) continue;
      for (let index = 0; index < ids.length; index++) {
        const id = ids[index] ?? 0;
        const at = ends[id] ?? 0;
        ends[id] = at + 1;
        this.#places[at] = place;
        this.#weights[at] = weights[index] ?? 0;
      }
    }
  }

  /**
   * The texts that are at least so like the one at `place`, which may be among
   * them, each with its likeness: 1 for the same terms, 0 for none in common.
   */
  likeTo(place: number, least: number): { readonly place: number; readonly likeness: number }[] {
    const vector = this.#vectors[place];
    if (vector === undefined) return [];
    const scores = this.#scores;
    const places = this.#places;
    const { ids, weights } = vector;
    for (let index = 0; index < ids.length; index++) {
      const id = ids[index] ?? 0;
      const weight = weights[index] ?? 0;
      const end = this.#starts[id + 1] ?? 0;
      for (let at = this.#starts[id] ?? 0; at < end; at++) {
        const other = places[at] ?? 0;
        scores[other] = (scores[other] ?? 0) + weight * (this.#weights[at] ?? 0);
      }
    }
    const like: { place: number; likeness: number }[] = [];
    // The same way again, to leave no score behind.
    for (const id of ids) {
      const end = this.#starts[id + 1] ?? 0;
      for (let at = this.#starts[id] ?? 0; at < end; at++) {
        const other = places[at] ?? 0;
        const likeness = scores[other] ?? 0;
        if (likeness >= least) like.push({ place: other, likeness });
        scores[other] = 0;
      }
    }
    return like;
  }
}

/** @param known a number for each term that was met, in their order */
function count(terms: Int32Array, known: Map<number, number>): Vector {
  const sorted = terms.toSorted();
  const ids = new Int32Array(sorted.length);
  const weights = new Float64Array(sorted.length);
  let length = 0;
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    const term = sorted[start] ?? 0;
    while (sorted[end] === term) end++;
    let id = known.get(term);
    if (id === undefined) known.set(term, (id = known.size));
    ids[length] = id;
    weights[length++] = 1 + Math.log(end - start);
  }
  return { ids: ids.subarray(0, length), weights: weights.subarray(0, length) };
}

/** How many of the texts use each term. */
function usesOf(vectors: readonly Vector[], terms: number): Int32Array {
  const uses = new Int32Array(terms);
  for (const { ids } of vectors) {
    for (const id of ids) uses[id] = (uses[id] ?? 0) + 1;
  }
  return uses;
}

/** The terms that tell most of the text, in a vector of length 1. */
function weigh({ ids, weights }: Vector, rarity: Float64Array): Vector {
  const weighed = new Float64Array(ids.length);
  for (let at = 0; at < ids.length; at++)
    weighed[at] = (weights[at] ?? 0) * (rarity[ids[at] ?? 0] ?? 0);
  const least = Math.max(weighed.toSorted().at(-MOST_TERMS) ?? 0, Number.MIN_VALUE);
  const kept = new Int32Array(ids.length);
  let length = 0;
  let squares = 0;
  for (let at = 0; at < ids.length; at++) {
    const weight = weighed[at] ?? 0;
    if (weight < least) continue;
    kept[length] = ids[at] ?? 0;
    weighed[length++] = weight;
    squares += weight * weight;
  }
  const told = weighed.slice(0, length);
  for (let at = 0; at < length; at++) told[at] = (told[at] ?? 0) / Math.sqrt(squares);
  return { ids: kept.slice(0, length), weights: told };
}
