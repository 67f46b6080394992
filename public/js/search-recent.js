/** Recent searches: in this browser, and only while the reader wants. */

/** In `localStorage`: a JSON array, newest first. Absent unless the reader wants it. */
const KEY = 'searches';
const MOST = 5;

/** @param place the part of a page that is the search */
export function rememberSearches(place) {
  const field = place.querySelector('input');
  const part = place.querySelector('.search-start');
  const box = part.querySelector('input');
  const recent = part.querySelector('div');
  const [list, forget] = recent.children;

  const show = () => {
    const searches = remembered();
    box.checked = searches !== undefined;
    list.replaceChildren(...(searches ?? []).map(itemFor));
    recent.hidden = list.children.length === 0;
  };
  const remember = (searches) => {
    if (searches === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(searches.slice(0, MOST)));
    show();
  };
  const add = () => {
    const words = field.value.trim();
    const searches = remembered();
    if (words === '' || searches === undefined) return;
    const same = words.toLowerCase();
    remember([words, ...searches.filter((search) => search.toLowerCase() !== same)]);
  };

  try {
    show();
  } catch {
    // Storage is blocked, so there is nothing to offer.
    return;
  }
  part.querySelector('label').hidden = false;
  box.addEventListener('change', () => remember(box.checked ? [] : undefined));
  forget.addEventListener('click', () => {
    remember([]);
    box.focus();
  });
  list.addEventListener('click', ({ target }) => {
    if (target.localName !== 'button') return;
    field.value = target.textContent;
    field.focus();
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  // What was typed becomes a search when the reader follows what it finds.
  field.addEventListener('keydown', ({ key, isComposing }) => {
    if (key === 'Enter' && !isComposing) add();
  });
  place.querySelector('.search-results').addEventListener('click', ({ target }) => {
    if (target.closest('a') !== null) add();
  });
}

/** `undefined` unless the reader wants them remembered. */
function remembered() {
  const stored = localStorage.getItem(KEY);
  if (stored === null) return undefined;
  try {
    return JSON.parse(stored).filter((search) => typeof search === 'string');
  } catch {
    return [];
  }
}

function itemFor(words) {
  const button = document.createElement('button');
  button.type = 'button';
  button.dir = 'auto';
  button.textContent = words;
  const item = document.createElement('li');
  item.append(button);
  return item;
}
