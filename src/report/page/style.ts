/** Stylesheet of the report, based on the design tokens of the site. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readStylesheet } from '../../lib/stylesheets.ts';

const TOKENS = fileURLToPath(new URL('../../../public/css/tokens.css', import.meta.url));

/** Without the site's tokens, browser defaults apply. */
export function style(): string {
  return (existsSync(TOKENS) ? readStylesheet(TOKENS) : '') + STYLE;
}

const STYLE = `
*, ::before, ::after { box-sizing: border-box; }
html { background: var(--paper); -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  max-width: 78rem; margin: 0 auto; padding: clamp(1.5rem, 4vw, 4rem) clamp(1.25rem, 4vw, 3rem);
  color: var(--ink); font: 1rem / 1.55 var(--sans); overflow-wrap: anywhere;
}
h1, h2, h3, p, ul { margin: 0; padding: 0; }
h1, h2 { font-family: var(--serif); font-weight: 600; line-height: 1.2; letter-spacing: -0.01em; }
h1 { font-size: clamp(2.25rem, 1.6rem + 3vw, 3.5rem); }
h2 { font-size: 1.75rem; }
h3 { display: inline; font-size: 1rem; font-weight: 600; }
a { color: var(--accent); text-underline-offset: 0.18em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
code { font-family: var(--mono); font-size: 0.92em; }
.site { margin-block-end: 0.5rem; color: var(--soft); }
.site span { margin-inline-start: 0.5em; }
.verdict {
  max-width: 46rem; margin-block: 1.5rem 2rem; padding: 1rem 1.25rem; background: var(--raised);
  border-inline-start: 4px solid var(--tone); border-radius: 3px; font: 1.1875rem / 1.5 var(--serif);
}
.verdict strong { color: var(--tone); }
.good { --tone: var(--accent); }
.fair { --tone: var(--amber); }
.bad { --tone: var(--red); }
nav ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: 0.75rem; list-style: none; }
nav a {
  display: block; height: 100%; padding: 0.75rem 1rem; color: var(--ink); line-height: 1.3;
  border: 1px solid var(--rule); border-radius: 3px; text-decoration: none;
}
nav a:hover { border-color: var(--accent); }
nav b { display: block; color: var(--accent); font: 600 1.75rem / 1.2 var(--serif); font-variant-numeric: lining-nums; }
nav .errors b { color: var(--red); }
nav .warnings b { color: var(--amber); }
nav .zero :is(a, b) { color: var(--soft); }
section { margin-block-start: 3.5rem; padding-block-start: 1.25rem; border-block-start: 1px solid var(--rule); }
.none { margin-block-start: 0.5rem; color: var(--soft); }
details { margin-block-start: 1rem; }
summary { padding-block: 0.375rem; cursor: pointer; }
summary:hover { color: var(--accent); }
.number { margin-inline-start: 0.375rem; padding: 0.0625rem 0.5rem; color: var(--soft); background: var(--raised); border-radius: 1rem; font-size: 0.875rem; font-variant-numeric: tabular-nums; }
details > p { max-width: 46rem; margin-block: 0.25rem 0.5rem; color: var(--soft); }
table { width: 100%; border-collapse: collapse; font-size: 0.875rem; line-height: 1.45; }
th { padding: 0.375rem 1.25rem 0.375rem 0; color: var(--soft); font-weight: 500; text-align: start; border-block-end: 1px solid var(--rule); }
td { padding: 0.375rem 1.25rem 0.375rem 0; vertical-align: top; border-block-end: 1px solid var(--rule); }
th:last-child, td:last-child { padding-inline-end: 0; }
.place, .address, .target, .status { font-family: var(--mono); font-size: 0.8125rem; }
.place { width: 34%; }
.place span { color: var(--soft); }
.place b { color: var(--ink); font-weight: 400; }
.status { width: 4.5rem; }
@media screen and (max-width: 46rem) {
  table, tbody, tr, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { padding-block: 0.5rem; border-block-end: 1px solid var(--rule); }
  td, td.place, td.status { width: auto; padding: 0.0625rem 0; border: 0; }
  td:empty { display: none; }
  td.target, td.status { display: inline; }
  td.status { margin-inline-start: 0.5rem; color: var(--soft); }
  .target::before { content: '\\2192\\a0'; color: var(--soft); }
  nav ul { grid-template-columns: repeat(2, minmax(0, 1fr)); }
}
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  h2, h3, summary { break-after: avoid; }
  tr { break-inside: avoid; }
  thead { display: table-header-group; }
  details:not([open]) { break-inside: avoid; }
  .verdict, .number { background: none; }
}
`;
