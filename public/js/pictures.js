/** Shows the pictures of a text in a lightbox, which loads on first use. Otherwise their links lead to the files. */
addEventListener('click', async (event) => {
  const link = event.target.closest?.('a.zoom');
  // Leave clicks that open a new tab or window to the browser.
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  try {
    (await import('./lightbox.js')).open(link);
  } catch {
    location.assign(link.href);
  }
});
