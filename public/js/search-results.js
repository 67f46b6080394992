/** Results of the search: their number, and list items. */
import { plain } from './search-engine.js';
import { markOf, withMarks } from './search-marks.js';

/** Promise of the addresses of pictures, by those of posts. */
let pictures;

/**
 * @param results Pagefind's
 * @param query words to mark in titles
 */
export async function itemsFor(results, query, spelling, dataset) {
  pictures ??= loadPictures(dataset);
  const found = await Promise.all(results.map((result) => result.data()));
  const pictureOf = await pictures;
  return found.map((data) => itemFor(data, query, spelling, pictureOf.get(data.url)));
}

/** The words of the query that no title, fact or mark of the items has. */
export function unseenIn(items, query) {
  const shown = items.flatMap((item) => [...item.querySelectorAll('a, .search-facts, mark')]);
  const seen = plain(shown.map(({ textContent }) => textContent).join(' '));
  const asked = query.match(/[\p{L}\p{M}]+/gu) ?? [];
  return asked.filter((word) => !seen.includes(plain(word)));
}

/** Results are of use without pictures. */
async function loadPictures({ folder, pictures: exist }) {
  if (exist === undefined) return new Map();
  try {
    const response = await fetch(`${folder}pictures.json`);
    return new Map(response.ok ? await response.json() : []);
  } catch {
    return new Map();
  }
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

function itemFor(data, query, spelling, picture) {
  const { url, meta, raw_content: content, excerpt, plain_excerpt: bare } = data;
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.append(...withMarks(asWritten(meta.title), query, spelling));
  link.dir = 'auto';
  const facts = element('p', 'search-facts');
  facts.textContent = [meta.date, meta.authors].filter(Boolean).map(asWritten).join(' \u00b7 ');
  const text = element('p', 'search-excerpt');
  text.dir = 'auto';
  const isBeginning = content.trim().startsWith(bare.trim());
  const isEnd = content.trim().endsWith(bare.trim());
  text.append(isBeginning ? '' : '\u2026 ', ...marked(asWritten(excerpt)), isEnd ? '' : ' \u2026');
  item.append(link, ...(facts.textContent === '' ? [] : [facts]), text);
  if (picture !== undefined) item.append(pictureAt(picture));
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
    return nodeName === 'MARK' ? markOf(textContent) : textContent;
  });
}

/** Decoration: the title says what the post is about. */
function pictureAt(address) {
  const image = document.createElement('img');
  image.alt = '';
  image.src = address;
  return image;
}

function element(name, className) {
  const made = document.createElement(name);
  made.className = className;
  return made;
}
