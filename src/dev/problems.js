/**
 * Shows problems in a page of the preview: errors over it, warnings in a list
 * above it, which opens on demand and moves the page down.
 */
const ERRORS = 'perennial-problems';
const WARNINGS = 'perennial-warnings';
const NOTE = 'perennial-note';
const STYLE = `
  :host { all: initial; color: #fafafa; font: 1rem/1.5 system-ui, sans-serif; }
  :host(${ERRORS}) { position: fixed; inset: 0; z-index: 2147483647; overflow: auto;
    background: rgb(24 24 27 / 0.94); }
  :host(${WARNINGS}), :host(${NOTE}) { display: block; position: relative; background: #18181b;
    font-size: 0.875rem; }
  :host(${NOTE}) { position: sticky; top: 0; z-index: 2147483646; }
  .note { margin: 0; padding: 0 0.75rem; }
  main { max-width: 70rem; margin: 0 auto; padding: 2rem; }
  h1 { margin: 0; font-size: 1.5rem; color: #fca5a5; }
  pre { overflow: auto; margin: 1rem 0; padding: 1rem; border-left: 4px solid #f87171;
    background: #000; font: 0.875rem/1.5 ui-monospace, monospace; }
  details pre { border-color: #fbbf24; }
  .error { color: #fca5a5; }
  .warning { color: #fcd34d; }
  :host(${WARNINGS}) pre { max-height: 60vh; margin: 0; }
  summary { width: fit-content; padding: 0 0.75rem; color: #fcd34d; cursor: pointer; }
  button { padding: 0; border: 0; background: none; color: #93c5fd; font: inherit;
    text-decoration: underline; cursor: pointer; }
  [role="status"] { position: sticky; top: 0; margin: 0; padding: 0 0.75rem; background: #18181b;
    color: #fca5a5; }
  [role="status"]:empty { display: none; }
  @media print { :host { display: none; } }
`;

/** What the page shows now, as JSON. */
let current;

/** Says that the page is not the current one. */
export function showNote() {
  const note = element(
    'p',
    'This is how the page was when you last saw it. It reloads when the preview is built.',
  );
  note.className = 'note';
  document.body.before(hostOf(NOTE, note));
}

/** @param token allows to open files in the editor; absent on other machines */
export function showProblems({ errors, warnings }, token) {
  const next = JSON.stringify([errors, warnings]);
  if (next === current) return;
  current = next;
  for (const host of document.querySelectorAll(`${ERRORS}, ${WARNINGS}`)) host.remove();
  const list = warnings && warningList(warnings, token);
  if (errors !== null) {
    const parts = [
      element('h1', 'The site cannot be built'),
      textWithPlaces(errors, token),
      element(
        'p',
        'The last version of the page is behind this. It returns when the errors are fixed.',
      ),
      ...(list ? [list] : []),
    ];
    const host = hostOf(ERRORS, element('main', ...parts));
    host.setAttribute('role', 'alert');
    document.documentElement.append(host);
  } else if (list) {
    list.open = sessionStorage.getItem(WARNINGS) === 'open';
    list.addEventListener('toggle', () =>
      sessionStorage.setItem(WARNINGS, list.open ? 'open' : 'folded'),
    );
    document.body.before(hostOf(WARNINGS, list));
  }
}

function warningList({ count, ...report }, token) {
  const title = count === 1 ? '1 warning' : `${count} warnings`;
  return element('details', element('summary', title), textWithPlaces(report, token));
}

/** A shadow root keeps the styles of the site out. */
function hostOf(tag, content) {
  const host = document.createElement(tag);
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  const status = element('p');
  status.setAttribute('role', 'status');
  root.append(status, content);
  return host;
}

/** First line of a problem. */
const KIND = String.raw`^(?:error|warning) [\w-]+$`;

/** The text, with its kinds of problem in colour, and a button for each place that opens it in the editor. */
function textWithPlaces({ text, places }, token) {
  // Longest first, so that `a.md:1` does not match the beginning of `a.md:12`.
  const patterns = (token === undefined ? [] : places)
    .toSorted((a, b) => b.length - a.length)
    .map((place) => place.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const parts = text.split(new RegExp(`(${[KIND, ...patterns].join('|')})`, 'm'));
  return element(
    'pre',
    ...parts.map((part, index) => {
      if (index % 2 === 0) return part;
      return new RegExp(KIND).test(part) ? kind(part) : opener(part, token);
    }),
  );
}

function kind(line) {
  const made = element('strong', line);
  made.className = line.split(' ')[0];
  return made;
}

function opener(place, token) {
  const button = element('button', place);
  button.title = 'Open in the editor';
  button.addEventListener('click', async () => {
    const status = button.getRootNode().querySelector('[role="status"]');
    status.textContent = '';
    try {
      const headers = { 'X-Perennial-Token': token };
      const response = await fetch('/.perennial/open', { method: 'POST', headers, body: place });
      if (!response.ok) status.textContent = await response.text();
    } catch {
      status.textContent = 'The preview does not answer. Is it still running?';
    }
  });
  return button;
}

function element(name, ...content) {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}
