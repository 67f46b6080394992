/** Search form: field, filters and results. The page contains its texts. */
import { SearchEngine } from './search-engine.js';
import { offer } from './search-filters.js';
import { rememberSearches } from './search-recent.js';
import { countOf, itemsFor, unseenIn } from './search-results.js';

/** Milliseconds after the last key press until the search runs. */
const PAUSE = 50;
/** Results per batch. */
const SHOWN = 8;

export class Search {
  #place;
  #field;
  #filters;
  #count;
  #suggestion;
  #list;
  #more;
  /** The newest posts, shown until something is looked for. */
  #newest;
  #spelling;
  #engine;
  /** Results, and how many of them are shown. */
  #results = [];
  #shown = 0;
  /** Tells the latest search from those that are overtaken. */
  #latest = 0;
  #isOwnPage = false;

  /** @param place the part of a page that is the search, with its form */
  constructor(place) {
    this.#place = place;
    this.#field = place.querySelector('input');
    this.#filters = [...place.querySelectorAll('select')];
    this.#count = place.querySelector('output');
    this.#suggestion = place.querySelector('.search-suggestion > span');
    this.#list = place.querySelector('.search-results');
    this.#newest = place.querySelector('.search-newest');
    this.#spelling = JSON.parse(place.dataset.spelling);
    this.#more = place.querySelector('.search-more');
    place.addEventListener('input', () => this.#change());
    place.addEventListener('keydown', (event) => this.#press(event));
    this.#more.addEventListener('click', () => this.#showMore());
    this.#suggestion.querySelector('button').addEventListener('click', () => this.#accept());
  }

  begin() {
    this.#engine = this.#load();
    rememberSearches(this.#place);
  }

  /** Looks for what the address of the page asks for, and keeps the address up to date. */
  async beginWithAddress() {
    this.#isOwnPage = true;
    this.begin();
    const asked = new URLSearchParams(location.search);
    // A fast reader may have typed already.
    this.#field.value = asked.get('q') ?? this.#field.value;
    await this.#engine.catch(() => {});
    for (const filter of this.#filters) filter.value = asked.get(filter.name) ?? '';
    for (const filter of this.#filters) filter.value ||= '';
    await this.#search();
  }

  /** Pagefind, ready to search, with its filters shown. */
  async #load() {
    try {
      const { folder, languages } = this.#place.dataset;
      const others = languages.split(' ').filter(Boolean);
      const engine = await SearchEngine.load(folder, others, this.#spelling);
      const values = await engine.filters();
      for (const filter of this.#filters) offer(filter, Object.keys(values[filter.name] ?? {}));
      return engine;
    } catch (error) {
      this.#say(this.#place.dataset.failed);
      throw error;
    }
  }

  async #change() {
    const own = ++this.#latest;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (own === this.#latest) await this.#search();
  }

  async #search() {
    const own = ++this.#latest;
    const words = this.#field.value.trim();
    const chosen = this.#filters.filter(({ value }) => value !== '');
    if (this.#isOwnPage) this.#keepAddress(words, chosen);
    const isAsked = words !== '' || chosen.length > 0;
    this.#showNewest(!isAsked);
    if (!isAsked) {
      this.#suggest();
      this.#say('');
      this.#list.replaceChildren();
      this.#more.hidden = true;
      return;
    }
    try {
      const engine = await this.#engine;
      const filters = Object.fromEntries(chosen.map(({ name, value }) => [name, value]));
      let results = await engine.find(words, filters);
      let items = await this.#itemsFor(results.slice(0, SHOWN));
      const unseen = unseenIn(items, words);
      const options = { ...this.#place.dataset, spelling: this.#spelling };
      // Results are of use without it.
      const known = unseen.length > 0 && (await import('./search-suggestion.js').catch(() => {}));
      // Of a word that no post has, Pagefind finds the beginning, down to its first letter.
      if (known && items.length > 0 && !(await known.hasAll(unseen, options).catch(() => true)))
        results = items = [];
      if (own !== this.#latest) return;
      this.#results = results;
      this.#shown = items.length;
      this.#list.replaceChildren(...items);
      this.#more.hidden = this.#shown === results.length;
      this.#say(countOf(results.length, this.#place));
      if (!known) return this.#suggest();
      const suggested = await known
        .suggestionFor(words, items.length > 0, options)
        .catch(() => undefined);
      if (own === this.#latest) this.#suggest(suggested);
    } catch {
      this.#say(this.#place.dataset.failed);
    }
  }

  #itemsFor(results) {
    return itemsFor(results, this.#field.value, this.#spelling, this.#place.dataset);
  }

  #showNewest(isShown) {
    if (!isShown) this.#newest?.remove();
    else if (this.#newest?.isConnected === false) this.#place.append(this.#newest);
  }

  #suggest(words = '') {
    this.#suggestion.querySelector('button').textContent = words;
    this.#suggestion.hidden = words === '';
  }

  async #accept() {
    this.#field.value = this.#suggestion.querySelector('button').textContent;
    this.#field.focus();
    await this.#search();
  }

  async #showMore() {
    const own = this.#latest;
    const items = await this.#itemsFor(this.#results.slice(this.#shown, this.#shown + SHOWN));
    if (own !== this.#latest) return;
    this.#shown += items.length;
    this.#list.append(...items);
    this.#more.hidden = this.#shown === this.#results.length;
    items[0]?.querySelector('a').focus();
  }

  #say(text) {
    if (this.#count.textContent !== text) this.#count.textContent = text;
  }

  #keepAddress(words, chosen) {
    const url = new URL(location.href);
    const asked = [['q', words], ...chosen.map(({ name, value }) => [name, value])];
    url.search = new URLSearchParams(asked.filter(([, value]) => value !== ''));
    history.replaceState(history.state, '', url);
  }

  async #press(event) {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const { key, target } = event;
    const links = this.#links();
    const at = links.indexOf(target);
    if (target !== this.#field && at < 0) return;
    if (key === 'ArrowDown') (links[at + 1] ?? target).focus();
    else if (key === 'ArrowUp') (links[at - 1] ?? this.#field).focus();
    else if (key === 'Enter' && target === this.#field) await this.#enter();
    else return;
    event.preventDefault();
  }

  /** To the first of the results, which the next Enter opens. */
  async #enter() {
    await this.#search();
    (this.#list.querySelector('a') ?? this.#links()[0])?.focus();
  }

  /** What the arrow keys reach, from top to bottom. */
  #links() {
    return [...this.#place.querySelectorAll('.search-suggestion :not([hidden]) > button, li a')];
  }
}
