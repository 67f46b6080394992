/**
 * Live-reload client, which the preview adds to each page: reloads a changed
 * page, swaps stylesheets in place, and has problems shown.
 * Served to the browser without a build step.
 */
const { page, styles, token } = document.currentScript.dataset;
const shown = { page, styles };
const problems = import('/.perennial/problems.js');
// A page of an earlier run has no version, so it reloads as soon as there is a newer one.
if (page === '') problems.then(({ showNote }) => showNote());
const query = new URLSearchParams({ page: location.pathname });

/** Milliseconds without an event after which a proxy is likely to hold them back. */
const SILENCE = 4000;
/** Milliseconds between questions then. */
const PAUSE = 1000;

const events = new EventSource(`/.perennial/events?${query}`);
let timer = setTimeout(ask, SILENCE);
events.addEventListener('message', ({ data }) => show(JSON.parse(data)));
for (const kind of ['message', 'alive'])
  events.addEventListener(kind, () => {
    clearTimeout(timer);
    timer = setTimeout(ask, SILENCE);
  });
// Browsers keep few connections per server; a page in the back-forward cache must not hold one.
addEventListener('pagehide', () => {
  events.close();
  clearTimeout(timer);
});
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload();
});

/** Asks for the state instead of waiting for events. */
async function ask() {
  events.close();
  try {
    const response = await fetch(`/.perennial/state?${query}`);
    if (response.ok) show(await response.json());
  } catch {
    // The preview has stopped, or is starting again.
  }
  timer = setTimeout(ask, PAUSE);
}

function show(state) {
  if (state.errors === null && state.page !== shown.page) {
    location.reload();
    return;
  }
  problems.then(({ showProblems }) => showProblems(state, token));
  if (state.styles !== shown.styles) swapStyles(state.styles);
}

/** Removes each stylesheet only after its replacement has loaded, to avoid a flash. */
function swapStyles(version) {
  shown.styles = version;
  for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
    const url = new URL(link.href);
    if (url.origin !== location.origin) continue;
    url.searchParams.set('preview', version);
    const next = link.cloneNode();
    next.href = url.href;
    next.addEventListener('load', () => link.remove());
    link.after(next);
  }
}
