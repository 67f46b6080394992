/**
 * Opens the search dialog with the link in the header, `/`, Ctrl-K or Cmd-K; focuses the form on
 * the search page. Loads everything else on first use.
 */
const link = document.querySelector('a.search-link');
const place = document.querySelector('.search');

if (link !== null) {
  if (place === null) {
    link.role = 'button';
    link.ariaHasPopup = 'dialog';
  }

  link.addEventListener('click', (event) => {
    // Leave clicks that open a new tab or window to the browser.
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

  if (place !== null) {
    const markup = place.querySelector('script');
    markup.outerHTML = markup.textContent;
    // Last, so that the keys work at once.
    if (location.search === '') await firstUse();
    const { Search } = await import('./search-panel.js');
    new Search(place).beginWithAddress();
  }
}

function firstUse() {
  return new Promise((resolve) => {
    for (const type of ['focusin', 'pointerover'])
      place.addEventListener(type, resolve, { once: true });
  });
}

function isShortcut({ key, ctrlKey, metaKey, altKey, shiftKey, target }) {
  if (key.toLowerCase() === 'k') return ctrlKey !== metaKey && !altKey && !shiftKey;
  // On some keyboards the slash needs Shift.
  if (key !== '/' || ctrlKey || metaKey || altKey) return false;
  return !target.isContentEditable && !/^(?:input|textarea|select)$/i.test(target.tagName);
}

async function open() {
  try {
    if (place === null) await (await import('./search-dialog.js')).openDialog(link);
    else place.querySelector('input')?.focus();
  } catch {
    // The search page explains what went wrong.
    location.assign(link.href);
  }
}
