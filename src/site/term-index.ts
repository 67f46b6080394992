/** Inverted index for the cosine similarity of TF-IDF vectors. */

/** Terms found in over a fifth of the texts, or in more than 150, are ignored. */
const MAX_SHARE = 1 / 5;
const MAX_TEXTS = 150;
/** Only the most significant terms of a text count, so that long texts take no longer. */
const MAX_TERMS = 100;

/** The distinct terms of a text with their weights. */
interface Vector {
  readonly ids: Int32Array;
  readonly weights: Float64Array;
}

export class TermIndex {
  readonly #vectors: readonly Vector[];
  /** Postings of all terms one after another; those of term `id` begin at `#starts[id]`. */
  readonly #starts: Int32Array;
  readonly #places: Int32Array;
  readonly #weights: Float64Array;
  /** Similarity to the current text, by text; all zero between two calls. */
  readonly #scores: Float64Array;

  /**
   * @param texts terms of each text, repeated as often as used
   * @param isFound whether the text at an index can be found and counts for term frequencies
   */
  constructor(texts: readonly Int32Array[], isFound: (place: number) => boolean) {
    const known = new Map<number, number>();
    const uses: number[] = [];
    for (const [place, terms] of texts.entries()) {
      for (const term of new Set(terms)) {
        const id = known.get(term) ?? known.size;
        known.set(term, id);
        uses[id] = (uses[id] ?? 0) + (isFound(place) ? 1 : 0);
      }
    }
    const found = texts.filter((_, place) => isFound(place)).length;
    const rarity = Float64Array.from(uses, (times) =>
      times < 2 || times > Math.min(found * MAX_SHARE, MAX_TEXTS) ? 0 : Math.log(found / times),
    );
    // Of each text, only the significant terms are kept: all of them would take five times the memory.
    this.#vectors = texts.map((terms) => weigh(count(terms, known), rarity));
    this.#scores = new Float64Array(texts.length);

    const sizes = usesOf(
      this.#vectors.filter((_, place) => isFound(place)),
      known.size,
    );
    this.#starts = new Int32Array(known.size + 1);
    for (let id = 0; id < known.size; id++)
      this.#starts[id + 1] = (this.#starts[id] ?? 0) + (sizes[id] ?? 0);
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
   * The texts with at least this similarity to the one at `place`, which is among
   * them: 1 for the same terms, 0 for none in common.
   */
  similarTo(place: number, min: number): { readonly place: number; readonly similarity: number }[] {
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
    const similar: { place: number; similarity: number }[] = [];
    // A second pass collects the scores and resets them.
    for (const id of ids) {
      const end = this.#starts[id + 1] ?? 0;
      for (let at = this.#starts[id] ?? 0; at < end; at++) {
        const other = places[at] ?? 0;
        const similarity = scores[other] ?? 0;
        if (similarity >= min) similar.push({ place: other, similarity });
        scores[other] = 0;
      }
    }
    return similar;
  }
}

/** @param known ids of terms */
function count(terms: Int32Array, known: ReadonlyMap<number, number>): Vector {
  const sorted = terms.toSorted();
  const ids = new Int32Array(sorted.length);
  const weights = new Float64Array(sorted.length);
  let length = 0;
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    const term = sorted[start] ?? 0;
    while (sorted[end] === term) end++;
    ids[length] = known.get(term) ?? 0;
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

/** Weights the most significant terms by their rarity, as a unit vector. */
function weigh({ ids, weights }: Vector, rarity: Float64Array): Vector {
  const weighed = new Float64Array(ids.length);
  for (let at = 0; at < ids.length; at++)
    weighed[at] = (weights[at] ?? 0) * (rarity[ids[at] ?? 0] ?? 0);
  const least = Math.max(weighed.toSorted().at(-MAX_TERMS) ?? 0, Number.MIN_VALUE);
  const top = new Int32Array(ids.length);
  let length = 0;
  let squares = 0;
  for (let at = 0; at < ids.length; at++) {
    const weight = weighed[at] ?? 0;
    if (weight < least) continue;
    top[length] = ids[at] ?? 0;
    weighed[length++] = weight;
    squares += weight * weight;
  }
  const norm = Math.sqrt(squares);
  return {
    ids: top.slice(0, length),
    weights: weighed.slice(0, length).map((weight) => weight / norm),
  };
}
