/**
 * Opens the search by its link in the header, by `/`, and by Ctrl or Cmd with K: in a dialog, or
 * on the page of the search where it is part of the page. Nothing else is loaded before.
 */
const link = document.querySelector('a.search-link');
const place = document.querySelector('.search');

if (link !== null) {
  if (place === null) {
    link.role = 'button';
    link.ariaHasPopup = 'dialog';
  } else {
    const { Search } = await import('./search-panel.js');
    new Search(place).beginWithAddress();
  }

  link.addEventListener('click', (event) => {
    // Whoever wants a new tab or window gets it.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  });
  link.addEventListener('keydown', (event) => {
    if (event.key !== ' ' || place !== null) return;
    event.preventDefault();
    if (!event.repeat) open();
  });
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || !isShortcut(event)) return;
    event.preventDefault();
    open();
  });
}

function isShortcut({ key, ctrlKey, metaKey, altKey, shiftKey, target }) {
  if (key.toLowerCase() === 'k') return ctrlKey !== metaKey && !altKey && !shiftKey;
  // Some keyboards have the slash behind Shift.
  if (key !== '/' || ctrlKey || metaKey || altKey) return false;
  return !target.isContentEditable && !/^(?:input|textarea|select)$/i.test(target.tagName);
}

async function open() {
  try {
    if (place === null) await (await import('./search-dialog.js')).openDialog(link);
    else place.querySelector('input').focus();
  } catch {
    // The page of the search says what is the matter.
    location.assign(link.href);
  }
}
