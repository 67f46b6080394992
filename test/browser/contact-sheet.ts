/** A page that shows many pictures at once, for review. */
import { escapeHtml } from '../../src/lib/html.ts';

export interface SheetPicture {
  /** Path from the sheet. */
  readonly file: string;
  /** What tells it from the others of its row: `390 light`. */
  readonly name: string;
  /** Pixels. */
  readonly width: number;
}

export interface SheetRow {
  readonly name: string;
  /** On the site that was captured. */
  readonly address: string;
  readonly pictures: readonly SheetPicture[];
}

export interface SheetSection {
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

/** Wide enough to judge a layout by, in the proportions of the screens. */
const SCALE = 0.25;

const STYLE = `
:root { font: 15px/1.5 system-ui, sans-serif; background: #777; color: #fff }
body { margin: 1rem }
a { color: inherit }
nav { position: sticky; top: 0; padding: .5rem; background: #444; z-index: 1 }
h3 { margin: 2rem 0 .5rem; scroll-margin-top: 4rem }
h3 small { font-weight: normal }
.row { display: flex; gap: 1rem; overflow-x: auto; align-items: start }
figure { margin: 0; flex: none }
img { display: block; height: auto; max-height: 60rem; object-fit: cover; object-position: top }
`;

/** An HTML page. Pictures are a quarter of their size, cut off where they are very high, and lead to the whole. */
export function contactSheet(sections: readonly SheetSection[]): string {
  const rows = sections.flatMap(({ rows: own }) => own);
  const links = sections.map(
    ({ name, rows: own }) =>
      `${escapeHtml(name)}: ${own.map((row) => link(`#${idOf(name, row.name)}`, row.name)).join(' ')}`,
  );
  const count = rows.reduce((sum, { pictures }) => sum + pictures.length, 0);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${count} pictures</title>
<style>${STYLE}</style>
<nav>${links.join('<br>')}</nav>
${sections.map(sectionHtml).join('\n')}
</html>
`;
}

function sectionHtml({ name, rows }: SheetSection): string {
  const inner = rows.map(
    ({ name: row, address, pictures }) =>
      `<h3 id="${idOf(name, row)}">${escapeHtml(row)} <small>${escapeHtml(address)}</small></h3>
<div class="row">${pictures.map(figure).join('')}</div>`,
  );
  return `<h2>${escapeHtml(name)}</h2>\n${inner.join('\n')}`;
}

function figure({ file, name, width }: SheetPicture): string {
  const source = escapeHtml(file.split('/').map(encodeURIComponent).join('/'));
  const image = `<img src="${source}" alt="" loading="lazy" width="${Math.round(width * SCALE)}">`;
  return `<figure><a href="${source}">${image}</a><figcaption>${escapeHtml(name)}</figcaption></figure>`;
}

function idOf(section: string, row: string): string {
  return escapeHtml(encodeURIComponent(`${section}-${row}`));
}

function link(target: string, text: string): string {
  return `<a href="${target}">${escapeHtml(text)}</a>`;
}
