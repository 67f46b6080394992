/**
 * Shows on the error page where the page is that was asked for, and has the search look for its
 * words. What it says is part of the page.
 */
import { AddressBook } from './address-book.js';

/** Pages that are shown at most. */
const MOST = 5;

const place = document.querySelector('.nearby');
const file = new URL(place.dataset.addressBook, location.href);
const home = new URL('.', file);
const asked = askedPath();

const search = document.querySelector('.ways-on a[href$="/search/"]');
const words = wordsOf(asked);
if (search !== null && words !== '') search.search = new URLSearchParams({ q: words });

const response = await fetch(file);
if (response.ok) {
  const book = new AddressBook(await response.json());
  const found = book.find(asked);
  if (found === undefined) show('similar', book.suggest(asked, MOST));
  else show('moved', [found]);
}

/** Below the site's root, decoded. */
function askedPath() {
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

/** Words of the last part of a path; none in one of numbers alone. */
function wordsOf(path) {
  const last = path.split('/').findLast((part) => /\p{L}/u.test(part)) ?? '';
  return last
    .replace(/\.[a-z]+$/i, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** @param what class of the template with the words to say */
function show(what, pages) {
  if (pages.length === 0) return;
  const { content } = place.querySelector(`template.${what}`);
  const list = document.createElement('ul');
  list.className = what;
  list.append(...pages.map(itemFor));
  place.append(content.cloneNode(true), list);
}

function itemFor({ path, title }) {
  const whole = home.pathname + path.slice(1);
  const link = document.createElement('a');
  link.href = encodeURI(whole);
  link.textContent = title;
  const address = document.createElement('span');
  address.className = 'address';
  // Those who listen hear the title; the link tells them its address when they ask.
  address.ariaHidden = 'true';
  address.textContent = whole;
  const item = document.createElement('li');
  item.append(link, address);
  return item;
}
