/** Pagefind, asked for all spellings of the words and for text without spaces. */

export class SearchEngine {
  /** Of all posts, then of the posts in each other language, which know the forms of its words. */
  #indexes;
  #spelling;

  constructor(indexes, spelling) {
    this.#indexes = indexes;
    this.#spelling = spelling;
  }

  /** @param folder address of the index */
  static async load(folder, languages, spelling) {
    const indexes = await Promise.all([
      load(`${folder}pagefind.js`, {}),
      // Another instance of the module, which is not loaded twice.
      ...languages.map((language) =>
        load(`${folder}pagefind.js#${language}`, {
          basePath: `${folder}${language}/`,
          noWorker: true,
        }),
      ),
    ]);
    return new SearchEngine(indexes, spelling);
  }

  filters() {
    return this.#indexes[0].filters();
  }

  /** Pagefind's results, best first. Without words the newest come first. */
  async find(words, filters) {
    if (words === '') return ask(this.#indexes[0], null, { filters, sort: { date: 'desc' } });
    const hasRuns = new RegExp(this.#spelling.unspaced, 'u').test(words);
    const excerptLength = hasRuns ? EXCERPT.letters : EXCERPT.words;
    // Takes effect before the search, because each index works off what it is asked in order.
    for (const index of this.#indexes) index.options({ excerptLength });
    const found = await this.#findAll(queriesOf(words, this.#spelling), filters);
    if (found.length > 0 || !hasRuns) return found;
    return this.#findAll(queriesOf(separated(words), this.#spelling), filters);
  }

  /** What all of the queries find; each is a list of alternatives. */
  async #findAll(queries, filters) {
    const [first, ...others] = await Promise.all(
      queries.map(async (forms) => {
        const asked = this.#indexes.flatMap((index) =>
          forms.map((form) => ask(index, form, { filters })),
        );
        // The last of a post is that of the index of all posts.
        const found = (await Promise.all(asked)).toReversed().flat();
        return new Map(found.map((result) => [postOf(result), result]));
      }),
    );
    return [...first]
      .filter(([post]) => others.every((results) => results.has(post)))
      .map(([, result]) => result)
      .toSorted((a, b) => b.score - a.score);
  }
}

async function load(address, options) {
  const pagefind = await import(address);
  await pagefind.options({ baseUrl: '/', ...options });
  await pagefind.init();
  return pagefind;
}

async function ask(index, words, options) {
  const { results } = await index.search(words, options);
  return results;
}

/** Ids are the language of the index and a hash of the post. */
function postOf({ id }) {
  return id.replace(/^.*_/, '');
}

/** Words per excerpt, and letters where each letter is one for Pagefind. */
const EXCERPT = { words: 32, letters: 90 };

/**
 * What to ask Pagefind for: a list of alternatives for each part of the words. Letters without spaces
 * are a phrase.
 */
function queriesOf(words, { letters, umlauts, unspaced }) {
  const written = words.normalize('NFC').toLowerCase();
  const spaced = (text) => text.replace(new RegExp(unspaced, 'gu'), ' $&').trim();
  if (/^".+"$/.test(written)) return [[applied(letters, `"${spaced(written.slice(1, -1))}"`)]];
  const run = new RegExp(`(?:${unspaced}\\p{M}*)+`, 'gu');
  const phrases = written.match(run) ?? [];
  const rest = written.replace(run, ' ').trim();
  const forms = [rest, applied(umlauts, rest)].map((form) => applied(letters, form));
  return [
    ...phrases.map((phrase) => [`"${spaced(phrase)}"`]),
    ...(phrases.length === 0 || /[^\p{P}\s]/u.test(rest) ? [[...new Set(forms)]] : []),
  ];
}

/** Words with spaces between them, without the particles of Japanese. */
function separated(words) {
  const segments = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(words)];
  return segments
    .map(({ segment }) => segment)
    .filter((segment) => !/^\p{Script=Hiragana}{1,2}$/u.test(segment))
    .join(' ');
}

/** @param rules patterns and their replacements, none of which is about ASCII */
function applied(rules, text) {
  if (/^[ -~]*$/.test(text)) return text;
  return rules.reduce(
    (changed, [pattern, replacement]) => changed.replace(new RegExp(pattern, 'gu'), replacement),
    text,
  );
}

/** The spellings of a word that are compared: with umlauts as plain letters, then as two. */
export function formsOf(word, { letters, umlauts }) {
  const written = word.normalize('NFC').toLowerCase();
  const forms = [written, applied(umlauts, written)];
  return forms.map((form) => plain(applied(letters, form)));
}

/** In lower case, without accents. */
export function plain(text) {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
