/** Tells which words the site has, and which of them misspelt ones were meant to be. */
import { distance } from './distance.js';
import { formsOf } from './search-engine.js';

/** Letters that a word needs, and from which number on two of them may be wrong. */
const LEAST = 4;
const LONG = 7;
/** Letters of an ending that Pagefind may have ignored. */
const ENDING = 3;
/** Letters that the shortest words in the files have, and so the shortest stem. */
const STEM = 3;

const WORD = /[\p{L}\p{M}]+/gu;

/** Contents by number. */
const files = new Map();

/**
 * The query with each unknown word replaced by the nearest of the site; `undefined` if all are known
 * or none has a near one.
 * @param hasResults whether the query finds something
 */
export async function suggestionFor(query, hasResults, options) {
  const words = new Words(options);
  const unspaced = new RegExp(options.spelling.unspaced, 'u');
  const asked = [...new Set(query.match(WORD))].filter(
    (word) => word.length >= LEAST && !unspaced.test(word),
  );
  const nearest = await Promise.all(
    asked.map(async (word) => [word, await words.nearestTo(word, hasResults)]),
  );
  const corrections = new Map(nearest.filter(([, near]) => near !== undefined));
  if (corrections.size === 0) return undefined;
  return query.replace(WORD, (word) => corrections.get(word) ?? word);
}

/** Whether the site has each of the words, or one that differs from it in its ending. */
export async function hasAll(asked, options) {
  const words = new Words(options);
  const unspaced = new RegExp(options.spelling.unspaced, 'u');
  const looked = asked.filter((word) => word.length >= STEM && !unspaced.test(word));
  const found = await Promise.all(looked.map((word) => words.has(word)));
  return found.every(Boolean);
}

/** The words of the site, in files by first letter. */
class Words {
  #folder;
  #count;
  #spelling;

  constructor({ folder, wordFiles, spelling }) {
    this.#folder = folder;
    this.#count = Number(wordFiles);
    this.#spelling = spelling;
  }

  /** Stems differ: "running" and "runs" have one. */
  async has(word) {
    const forms = formsOf(word, this.#spelling);
    const stems = forms.map((form) => form.slice(0, Math.max(STEM, form.length - ENDING)));
    const words = await this.#begunLike(forms[0]);
    return words.some((known) =>
      known.forms.some((form) => stems.some((stem) => form.startsWith(stem))),
    );
  }

  /** `undefined` for a word that the site has, or has nothing like. */
  async nearestTo(word, hasResults) {
    const forms = formsOf(word, this.#spelling);
    // A mistake in the first letter is rare, so all words are the last resort.
    const words = await this.#begunLike(forms[0]);
    if (words.some((known) => isKnown(forms, known.forms, hasResults))) return undefined;
    return (
      nearestOf(forms[0], words) ?? nearestOf(forms[0], await this.#load(Array(this.#count).keys()))
    );
  }

  /** Also with the second letter, which may have come first. */
  #begunLike(form) {
    const first = [...form].slice(0, 2).map((letter) => letter.codePointAt(0) % this.#count);
    return this.#load(new Set(first));
  }

  async #load(numbers) {
    const lists = await Promise.all(
      [...numbers].map((number) => {
        if (!files.has(number)) files.set(number, load(`${this.#folder}words-${number}.json`));
        return files.get(number);
      }),
    );
    return lists.flat().map((word) => ({ word, forms: formsOf(word, this.#spelling) }));
  }
}

/** The start of a word counts as known, and with results a word with another ending. */
function isKnown(forms, knownForms, hasResults) {
  return forms.some((form) =>
    knownForms.some((known) => {
      if (known.startsWith(form)) return true;
      const ending = form.length - known.length;
      return hasResults && known.length >= LEAST && ending <= ENDING && form.startsWith(known);
    }),
  );
}

/** The first of equally near words is in most posts. */
function nearestOf(folded, words) {
  const most = folded.length < LONG ? 1 : 2;
  const near = words
    .filter(({ forms: [known] }) => Math.abs(known.length - folded.length) <= most)
    .map(({ word, forms: [known] }) => ({ word, far: distance(folded, known) }))
    .filter(({ far }) => far <= most)
    .toSorted((a, b) => a.far - b.far);
  return near[0]?.word;
}

async function load(address) {
  const response = await fetch(address);
  return response.ok ? response.json() : [];
}
