/**
 * Opens the page that the requested address belongs to, or else suggests similar ones. Prefills the
 * search with the words of the address.
 */
import { NotFoundIndex } from './not-found-index.js';

/** Maximum number of suggestions. */
const MOST = 5;
/** Milliseconds that suggestions wait for what their pages are about. */
const PATIENCE = 800;

const place = document.querySelector('.nearby');
const file = new URL(place.dataset.index, location.href);
const home = new URL('.', file);
const requested = requestedPath();

const search = document.querySelector('.ways-on a[href$="/search/"]');
const words = wordsOf(requested);
if (search !== null && words !== '') search.search = new URLSearchParams({ q: words });

const response = await fetch(file);
if (response.ok) {
  const index = await complete(await response.json());
  const found = index.find(requested);
  if (found !== undefined && (await isThere(found))) {
    show('moved', [itemFor(found)]);
    // Without an entry in the history, which would lead on again.
    location.replace(addressOf(found));
  } else {
    const pages = index.suggest(requested, MOST);
    show('similar', await Promise.all(pages.map(async (page) => itemFor(page, await about(page)))));
  }
}

/** The index with the part that may have the requested address, if it is in parts. */
async function complete(whole) {
  const index = new NotFoundIndex(whole);
  if (whole.parts === undefined) return index;
  const { withParts } = await import('./not-found-parts.js');
  return new NotFoundIndex(await withParts(whole, index.pathsFor(requested), read));
}

/** A part; one that is missing has nothing. */
async function read(name) {
  const part = await fetch(new URL(name, file));
  return part.ok ? part.json() : { pages: [], redirects: [] };
}

/** Address of a page of this site, with the query and fragment that were requested. */
function addressOf({ path }) {
  const address = new URL(location.href);
  address.pathname = home.pathname + encodeURI(path.slice(1));
  return address;
}

/** Whether the page answers, at another address than this one: what is missing too would lead here again. */
async function isThere(page) {
  const { ok, url } = await fetch(addressOf(page), { method: 'HEAD' }).catch(() => ({ ok: false }));
  return ok && new URL(url).pathname !== location.pathname;
}

/** The description of a page, in an element with its language. */
async function about(page) {
  try {
    const answer = await fetch(addressOf(page), { signal: AbortSignal.timeout(PATIENCE) });
    const source = answer.ok ? await answer.text() : '';
    const { head, documentElement } = new DOMParser().parseFromString(source, 'text/html');
    const { lang, dir } = documentElement;
    const { content: textContent } = head.querySelector('meta[name="description"]');
    const text = document.createElement('p');
    return Object.assign(text, { className: 'excerpt', lang, dir, textContent });
  } catch {
    return '';
  }
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
function show(what, items) {
  if (items.length === 0) return;
  const heading = place.querySelector(`script[data-for=${what}]`).textContent;
  const list = document.createElement('ul');
  list.className = what;
  list.append(...items);
  place.insertAdjacentHTML('beforeend', heading);
  place.append(list);
}

function itemFor(page, excerpt = '') {
  const { pathname } = addressOf(page);
  const link = document.createElement('a');
  link.href = pathname;
  link.textContent = page.title;
  const address = document.createElement('span');
  address.className = 'address';
  // Screen readers read the title; the link itself gives the address.
  address.ariaHidden = 'true';
  address.textContent = decodeURI(pathname);
  const item = document.createElement('li');
  item.append(link, excerpt, address);
  return item;
}
