/** Suggests pages on the 404 page and prefills the search with the words of the requested address. */
import { NotFoundIndex } from './not-found-index.js';

/** Maximum number of suggestions. */
const MOST = 5;

const place = document.querySelector('.nearby');
const file = new URL(place.dataset.index, location.href);
const home = new URL('.', file);
const requested = requestedPath();

const search = document.querySelector('.ways-on a[href$="/search/"]');
const words = wordsOf(requested);
if (search !== null && words !== '') search.search = new URLSearchParams({ q: words });

const response = await fetch(file);
if (response.ok) {
  const index = new NotFoundIndex(await response.json());
  const found = index.find(requested);
  if (found === undefined) show('similar', index.suggest(requested, MOST));
  else show('moved', [found]);
}

/** The requested path, relative to the site's root, decoded. */
function requestedPath() {
  const { pathname } = location;
  const path = pathname.startsWith(home.pathname)
    ? pathname.slice(home.pathname.length - 1)
    : pathname;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Words of the last path segment that contains a letter. */
function wordsOf(path) {
  const last = path.split('/').findLast((part) => /\p{L}/u.test(part)) ?? '';
  return last
    .replace(/\.[a-z]+$/i, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** @param what name of the markup of the heading */
function show(what, pages) {
  if (pages.length === 0) return;
  const heading = place.querySelector(`script[data-for=${what}]`).textContent;
  const list = document.createElement('ul');
  list.className = what;
  list.append(...pages.map(itemFor));
  place.insertAdjacentHTML('beforeend', heading);
  place.append(list);
}

function itemFor({ path, title }) {
  const whole = home.pathname + path.slice(1);
  const link = document.createElement('a');
  link.href = encodeURI(whole);
  link.textContent = title;
  const address = document.createElement('span');
  address.className = 'address';
  // Screen readers read the title; the link itself gives the address.
  address.ariaHidden = 'true';
  address.textContent = whole;
  const item = document.createElement('li');
  item.append(link, address);
  return item;
}
