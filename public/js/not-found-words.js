/** Finds pages that share words with a path. */
import { distance } from './distance.js';
import { bare } from './not-found-paths.js';

/** Word index of all pages. Rare words weigh more than common ones. */
export class WordIndex {
  #entries;
  #weights;

  constructor(pages) {
    this.#entries = pages.map((page) => ({
      page,
      words: [...new Set([...wordsOf(lastPart(page.path)), ...wordsOf(page.title)])],
    }));
    const counts = new Map();
    for (const { words } of this.#entries)
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    this.#weights = new Map(
      [...counts].map(([word, count]) => [word, Math.log(1 + pages.length / count)]),
    );
  }

  nearest(path, count) {
    const asked = [...new Set(wordsOf(lastPart(path)))];
    const values = asked.map((word) => this.#valuesFor(word));
    const wanted = sum(asked.map((word) => this.#weightOf(word)));
    const scored = this.#entries
      .map(({ page, words }) => {
        const shared = sum(
          values.map((value) => Math.max(0, ...words.map((word) => value.get(word) ?? 0))),
        );
        const held = sum(words.map((word) => this.#weightOf(word)));
        const score = shared === 0 ? 0 : shared / (WANTED * wanted + (1 - WANTED) * held);
        return { page, score: isBeside(path, page.path) ? score * BESIDE : score };
      })
      .toSorted((a, b) => b.score - a.score);
    const least = Math.max(FAINT, scored[0].score * NEAR);
    return scored
      .filter(({ score }) => score >= least)
      .slice(0, count)
      .map(({ page }) => page);
  }

  /** Weights of the site's words that a query word may match. */
  #valuesFor(word) {
    const values = new Map();
    const isKnown = this.#weights.has(word);
    const most = this.#weightOf(word);
    for (const [known, weight] of this.#weights) {
      const likeness = beginsLike(word, known) || (isKnown ? 0 : likenessOf(word, known));
      if (likeness > 0) values.set(known, likeness * Math.min(weight, most));
    }
    return values;
  }

  /** A word that no page has counts as the rarest. */
  #weightOf(word) {
    return this.#weights.get(word) ?? Math.log(1 + this.#entries.length);
  }
}

/** Weight of missing query words against extra words of the page. Tversky index */
const WANTED = 0.75;
/** Scores below this are noise. */
const FAINT = 0.2;
/** Least share of the best score that a suggestion needs. */
const NEAR = 0.5;
/** Bonus factor for the same month. */
const BESIDE = 1.2;

/** Words of a text, lower case and without accents. */
function wordsOf(text) {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The last segment of a path that contains a letter. */
function lastPart(path) {
  return (
    bare(path)
      .split('/')
      .findLast((part) => /\p{L}/u.test(part)) ?? ''
  );
}

function isBeside(path, other) {
  return folderOf(path) === folderOf(other);
}

function folderOf(path) {
  const whole = bare(path);
  return whole.slice(0, whole.lastIndexOf('/') + 1);
}

/** 1 for the same word, less for a shared prefix, otherwise 0. */
function beginsLike(word, known) {
  if (word === known) return 1;
  return word.length >= 4 && known.startsWith(word) ? 0.7 : 0;
}

/** Similarity of a misspelt word: below 1, or 0 for a different word. */
function likenessOf(word, known) {
  const longest = Math.max(word.length, known.length);
  if (longest < 5 || Math.abs(word.length - known.length) > 2 || /^\p{N}+$/u.test(word)) return 0;
  const likeness = 1 - (2 * distance(word, known)) / longest;
  return likeness < 0.5 ? 0 : likeness;
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
