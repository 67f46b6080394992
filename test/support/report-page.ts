/** Parses the HTML report. */
import { elements, lineOf, type Document } from './dom.ts';

/** The numbers of the summary, by what they count; each links to a section of the page. */
export function summaryOf(page: Document): Record<string, number> {
  const ids = new Set(elements(page, 'section').map(({ attribs }) => attribs['id']));
  return Object.fromEntries(
    elements(page, 'nav')
      .flatMap((nav) => elements(nav, 'a'))
      .map((link) => {
        const id = link.attribs['href']?.slice(1);
        if (!ids.has(id)) throw new Error(`Nothing has the id ${id}.`);
        const [, number = '', what = ''] = /^([\d,]+) (.+)$/.exec(lineOf(link)) ?? [];
        return [what, Number(number.replaceAll(',', ''))];
      }),
  );
}

/** The text of every cell, by row, of the table with this title; none when there is no such table. */
export function rowsOf(page: Document, title: string): string[][] {
  const details = elements(page, 'details').find((element) =>
    elements(element, 'h3').some((heading) => lineOf(heading) === title),
  );
  if (details === undefined) return [];
  return elements(details, 'tbody')
    .flatMap((body) => elements(body, 'tr'))
    .map((row) => elements(row, 'td').map(lineOf));
}
