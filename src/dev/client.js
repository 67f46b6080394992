/**
 * Live-reload client, which the preview adds to each page: reloads a changed
 * page, swaps stylesheets in place, and shows build errors in an overlay.
 * Served to the browser without a build step.
 */
const { page, styles } = document.currentScript.dataset;
const shown = { page, styles };

const events = new EventSource(
  `/.perennial/events?${new URLSearchParams({ page: location.pathname })}`,
);
events.addEventListener('message', ({ data }) => {
  const state = JSON.parse(data);
  if (state.problems === null && state.page !== shown.page) {
    location.reload();
    return;
  }
  hideOverlay();
  if (state.problems !== null) showOverlay(state.problems);
  if (state.styles !== shown.styles) swapStyles(state.styles);
});
// Browsers keep few connections per server; a page in the back-forward cache must not hold one.
addEventListener('pagehide', () => events.close());
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload();
});

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

const TAG = 'perennial-problems';
const STYLE = `
  :host { all: initial; position: fixed; inset: 0; z-index: 2147483647; overflow: auto;
    background: rgb(24 24 27 / 0.94); color: #fafafa; }
  main { max-width: 70rem; margin: 0 auto; padding: 2rem; font: 1rem/1.5 system-ui, sans-serif; }
  h1 { margin: 0; font-size: 1.5rem; color: #fca5a5; }
  pre { overflow: auto; padding: 1rem; border-left: 4px solid #f87171; background: #000;
    font: 0.875rem/1.5 ui-monospace, monospace; }
`;

function showOverlay(text) {
  const host = document.createElement(TAG);
  host.setAttribute('role', 'alert');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  const main = document.createElement('main');
  for (const [name, content] of [
    ['h1', 'The site cannot be built'],
    ['pre', text],
    ['p', 'The last version of the page is behind this. It returns when the errors are fixed.'],
  ]) {
    const element = document.createElement(name);
    element.textContent = content;
    main.append(element);
  }
  root.append(main);
  document.documentElement.append(host);
}

function hideOverlay() {
  document.querySelector(TAG)?.remove();
}
