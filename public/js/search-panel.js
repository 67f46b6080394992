/** Search form: field, filters and results. The page contains its texts. */

/** Milliseconds after the last key press until the search runs. */
const PAUSE = 50;
/** Results per batch. */
const SHOWN = 8;
/** Length of an excerpt in words. */
const EXCERPT = 32;

export class Search {
  #place;
  #field;
  #filters;
  #count;
  #list;
  #more;
  #engine;
  /** Results, and how many of them are shown. */
  #results = [];
  #shown = 0;
  /** Tells the latest search from those that are overtaken. */
  #latest = 0;
  #isOwnPage = false;

  /** @param place the part of a page that is the search */
  constructor(place) {
    this.#place = place;
    this.#field = place.querySelector('input');
    this.#filters = [...place.querySelectorAll('select')];
    this.#count = place.querySelector('output');
    this.#list = place.querySelector('ol');
    this.#more = place.querySelector('.search-more');
    place.addEventListener('input', () => this.#change());
    place.addEventListener('keydown', (event) => this.#press(event));
    this.#more.addEventListener('click', () => this.#showMore());
  }

  begin() {
    this.#engine = this.#load();
    this.#place.hidden = false;
  }

  /** Looks for what the address of the page asks for, and keeps the address up to date. */
  async beginWithAddress() {
    this.#isOwnPage = true;
    this.begin();
    const asked = new URLSearchParams(location.search);
    this.#field.value = asked.get('q') ?? '';
    await this.#engine.catch(() => {});
    for (const filter of this.#filters) filter.value = asked.get(filter.name) ?? '';
    for (const filter of this.#filters) filter.value ||= '';
    await this.#search();
  }

  /** Pagefind, ready to search, with its filters shown. */
  async #load() {
    try {
      const { folder, languages } = this.#place.dataset;
      const engine = await import(`${folder}pagefind.js`);
      await engine.options({ baseUrl: '/', excerptLength: EXCERPT });
      // Absolute, so that the index of the page's own language is not loaded twice.
      const whole = new URL(folder, location.href).href;
      for (const language of languages.split(' ').filter(Boolean))
        await engine.mergeIndex(whole, { language, baseUrl: '/', excerptLength: EXCERPT });
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
    if (words === '' && chosen.length === 0) {
      this.#say('');
      this.#list.replaceChildren();
      this.#more.hidden = true;
      return;
    }
    try {
      const engine = await this.#engine;
      const filters = Object.fromEntries(chosen.map(({ name, value }) => [name, value]));
      const { results } =
        words === ''
          ? await engine.search(null, { filters, sort: { date: 'desc' } })
          : await engine.search(words, { filters });
      const items = await itemsFor(results.slice(0, SHOWN));
      if (own !== this.#latest) return;
      this.#results = results;
      this.#shown = items.length;
      this.#list.replaceChildren(...items);
      this.#more.hidden = this.#shown === results.length;
      this.#say(this.#countOf(results.length));
    } catch {
      this.#say(this.#place.dataset.failed);
    }
  }

  async #showMore() {
    const own = this.#latest;
    const items = await itemsFor(this.#results.slice(this.#shown, this.#shown + SHOWN));
    if (own !== this.#latest) return;
    this.#shown += items.length;
    this.#list.append(...items);
    this.#more.hidden = this.#shown === this.#results.length;
    items[0]?.querySelector('a').focus();
  }

  /** In the plural that the language has for the number. */
  #countOf(number) {
    const { results, none } = this.#place.dataset;
    if (number === 0) return none;
    const forms = JSON.parse(results);
    const { lang } = this.#place.closest('[lang]');
    const form = forms[new Intl.PluralRules(lang).select(number)] ?? forms.other;
    return form.replace('#', number);
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
    const links = [...this.#list.querySelectorAll('a')];
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
    this.#list.querySelector('a')?.focus();
  }
}

/** @param values values of a filter; years are listed newest first */
function offer(filter, values) {
  const { lang } = document.documentElement;
  const compare = new Intl.Collator(lang, { numeric: true }).compare;
  const sorted = values.toSorted(compare);
  if (filter.name === 'year') sorted.reverse();
  filter.append(...sorted.map((value) => new Option(value)));
  filter.hidden = values.length < 2;
}

function itemsFor(results) {
  return Promise.all(results.map(async (result) => itemFor(await result.data())));
}

function itemFor({ url, meta, raw_content: content, excerpt, plain_excerpt: plain }) {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = meta.title;
  link.dir = 'auto';
  const facts = element('p', 'search-facts');
  facts.textContent = [meta.date, meta.authors].filter(Boolean).join(' \u00b7 ');
  const text = element('p', 'search-excerpt');
  text.dir = 'auto';
  const isBeginning = content.trim().startsWith(plain.trim());
  const isEnd = content.trim().endsWith(plain.trim());
  text.append(isBeginning ? '' : '\u2026 ', ...marked(excerpt), isEnd ? '' : ' \u2026');
  item.append(link, ...(facts.textContent === '' ? [] : [facts]), text);
  return item;
}

/** Keeps text and `<mark>` of an excerpt and drops everything else. */
function marked(excerpt) {
  const { body } = new DOMParser().parseFromString(excerpt, 'text/html');
  return [...body.childNodes].map(({ nodeName, textContent }) => {
    if (nodeName !== 'MARK') return textContent;
    const mark = document.createElement('mark');
    mark.textContent = textContent;
    return mark;
  });
}

function element(name, className) {
  const made = document.createElement(name);
  made.className = className;
  return made;
}
