/** The search dialog, which loads its form from the search page. */
import { Search } from './search-panel.js';

let made;

/** @param link link to the search page */
export async function openDialog(link) {
  made ??= makeDialog(link);
  const dialog = await made;
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('input').select();
}

async function makeDialog({ href, textContent }) {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`${href} answers with ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const dialog = document.createElement('dialog');
  dialog.className = 'search-dialog';
  dialog.ariaLabel = textContent.trim();
  const place = document.importNode(page.querySelector('.search'), true);
  const markup = place.querySelector('script');
  markup.outerHTML = markup.textContent;
  dialog.append(place);
  // The interface is in the site's language, even on a post in another one.
  const { lang, dir } = page.documentElement;
  Object.assign(dialog, { lang, dir });
  document.body.append(dialog);
  new Search(place).begin();

  const close = place.querySelector('.search-close');
  close.hidden = false;
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  dialog.addEventListener('click', (event) => {
    const opened = event.target.closest('a');
    if (opened !== null && !event.ctrlKey && !event.metaKey && !event.shiftKey) dialog.close();
  });
  // Escape would only clear a search field.
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    dialog.close();
  });
  return dialog;
}
