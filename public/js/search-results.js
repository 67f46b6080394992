/** Results of the search: their number, and list items. */

/** @param results Pagefind's */
export function itemsFor(results) {
  return Promise.all(results.map(async (result) => itemFor(await result.data())));
}

/**
 * How many results there are, in the plural that the language has for the number.
 * @param place part of the page with the texts
 */
export function countOf(number, place) {
  const { results, none } = place.dataset;
  if (number === 0) return none;
  const forms = JSON.parse(results);
  const { lang } = place.closest('[lang]');
  const form = forms[new Intl.PluralRules(lang).select(number)] ?? forms.other;
  return form.replace('#', number);
}

function itemFor({ url, meta, raw_content: content, excerpt, plain_excerpt: plain }) {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = asWritten(meta.title);
  link.dir = 'auto';
  const facts = element('p', 'search-facts');
  facts.textContent = [meta.date, meta.authors].filter(Boolean).map(asWritten).join(' \u00b7 ');
  const text = element('p', 'search-excerpt');
  text.dir = 'auto';
  const isBeginning = content.trim().startsWith(plain.trim());
  const isEnd = content.trim().endsWith(plain.trim());
  text.append(isBeginning ? '' : '\u2026 ', ...marked(asWritten(excerpt)), isEnd ? '' : ' \u2026');
  item.append(link, ...(facts.textContent === '' ? [] : [facts]), text);
  return item;
}

/** Without the other spellings and the spaces that the index has. */
function asWritten(text) {
  return text
    .replace(/ ((?:<\/?mark>)*)\u00ad/g, '$1')
    .replace(/(?:\u00ad-[\p{L}\p{N}]+)+/gu, '')
    .replaceAll('\u00ad', '')
    .replaceAll('</mark><mark>', '');
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
