/** Pages of help for writers, by language. */
import { readdirSync, readFileSync } from 'node:fs';
import { escapeHtml } from '../../lib/escape.ts';

const FOLDER = new URL('help/', import.meta.url);

export interface HelpPage {
  /** Below the folder of the editor: `help/de.html`. */
  readonly path: string;
  readonly html: string;
}

/** Languages that the help is written in, sorted. */
export function helpLanguages(): string[] {
  return readdirSync(FOLDER)
    .map((name) => name.replace(/\.html$/, ''))
    .toSorted();
}

/** @param style address of the stylesheet */
export function helpPages(style: string): HelpPage[] {
  return helpLanguages().map((language) => {
    const body = readFileSync(new URL(`${language}.html`, FOLDER), 'utf8');
    return { path: `help/${language}.html`, html: page(language, body, style) };
  });
}

/** The title is that of the first heading. */
function page(language: string, body: string, style: string): string {
  const [, title = ''] = /<h1>([^<]*)<\/h1>/.exec(body) ?? [];
  const lines = [
    '<!doctype html>',
    `<html lang="${escapeHtml(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    '<meta name="robots" content="noindex">',
    `<title>${title}</title>`,
    `<link rel="stylesheet" href="${escapeHtml(style)}">`,
    '</head>',
    '<body>',
    '<main>',
    body.trimEnd(),
    '</main>',
    '</body>',
    '</html>',
  ];
  return `${lines.join('\n')}\n`;
}
