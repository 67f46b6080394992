/** The page of a report, from what is found to what its reader sees. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isReport, reportPage, type Report } from '../../src/report/page/page.ts';
import type { RedirectRow } from '../../src/site/findings.ts';
import { OutputFolder } from '../support/build-site.ts';
import { elements, lineOf, onlyWithClass, parsePage, type Document } from '../support/dom.ts';
import { problem } from '../support/problems.ts';
import { rowsOf, summaryOf } from '../support/report-page.ts';
import { temporaryFolder } from '../support/scratch.ts';
import { htmlValidate } from '../validity/judges.ts';

const EMPTY: Report = {
  title: 'The garden',
  url: 'https://garden.example/',
  problems: [],
  notes: [],
  redirects: [],
};
const HOSTILE = `<script>alert("1")</script> & 'quotes' \u0000\u202e`;

function row(parts: Partial<RedirectRow> = {}): RedirectRow {
  return {
    from: '/2020/01/old.html',
    to: '/2020/01/new/',
    status: 301,
    source: 'text',
    file: 'content/posts/new/index.md',
    line: 4,
    ...parts,
  };
}

const note = (parts: Parameters<typeof problem>[0]) => problem({ severity: 'note', ...parts });

const FULL: Report = {
  ...EMPTY,
  problems: [
    problem({ code: 'image-outside' }),
    problem({ severity: 'warning', code: 'link-scheme', hint: 'First.' }),
    problem({ severity: 'warning', code: 'link-scheme', line: 1, hint: 'Second.' }),
    problem({ severity: 'warning', code: 'link-legacy-unknown', near: 'https://old.example/x' }),
  ],
  notes: [
    note({ code: 'link-healed', near: 'https://old.example/a', replacement: '/a/' }),
    note({ code: 'image-alt-missing', near: 'garden.jpg' }),
    note({ code: 'post-description-none' }),
    note({ code: 'post-legacyUrl-none' }),
  ],
  redirects: [
    row(),
    row({ from: '/about/', to: '/about/', status: 200, file: 'content/pages/about.md' }),
    row({ from: '/old/*', to: '/:splat', status: 302, source: 'rules', file: 'redirects.yaml' }),
    { from: '/comments', status: 410, source: 'platform', file: 'nobody' },
  ],
};

function pageOf(report: Report): Document {
  return parsePage(reportPage(report));
}

function verdictOf(report: Report): string {
  return lineOf(onlyWithClass(pageOf(report), 'verdict'));
}

/** Of a report with so many redirects, whether each table is open. */
function openTables(length: number): boolean[] {
  const page = pageOf({ ...EMPTY, redirects: Array.from({ length }, () => row()) });
  return elements(page, 'details').map(({ attribs }) => 'open' in attribs);
}

describe('the page of a report', () => {
  it('says first whether the blog can move', () => {
    expect(verdictOf(EMPTY)).toMatch(/^Ready to switch\. /);
    const [error = problem(), ...warnings] = FULL.problems;
    expect(verdictOf({ ...EMPTY, problems: warnings })).toMatch(
      /^Ready to switch, once you have read 3 warnings\. /,
    );
    expect(verdictOf({ ...EMPTY, problems: [error] })).toMatch(
      /^Not ready to switch\. 1 error keeps /,
    );
    expect(verdictOf(FULL)).toMatch(/^Not ready to switch\. 1 error keeps /);
  });

  it('counts what there is, and leads to it', () => {
    expect(summaryOf(pageOf(FULL))).toEqual({
      Errors: 1,
      Warnings: 3,
      'Old addresses': 4,
      'Links to the old blog': 2,
      'What still hangs on Blogger': 0,
      'Images with a name of another type': 0,
      'Images without a description': 1,
      'Links that miss their mark': 0,
      'Small things in the texts': 1,
    });
    expect(
      summaryOf(pageOf({ ...EMPTY, redirects: Array.from({ length: 1108 }, () => row()) })),
    ).toMatchObject({ 'Old addresses': 1108 });
  });

  it('shows each redirect with its target, status and the place that asks for it', () => {
    const page = pageOf(FULL);
    expect(rowsOf(page, 'Named by posts and pages, as legacyUrl')).toEqual([
      ['/2020/01/old.html', '/2020/01/new/', '301', 'content/posts/new/index.md:4'],
    ]);
    expect(rowsOf(page, 'Kept by posts and pages')).toEqual([
      ['/about/', '/about/', '200', 'content/pages/about.md:4'],
    ]);
    expect(rowsOf(page, 'Named in redirects.yaml')).toEqual([
      ['/old/*', '/:splat', '302', 'redirects.yaml:4'],
    ]);
    expect(rowsOf(page, 'Known of every blog of the old platform')).toEqual([
      ['/comments', 'gone for good', '410'],
    ]);
    expect(rowsOf(page, 'Posts that name no old address')).toEqual([['posts/a/index.md:3']]);
  });

  it('shows errors and warnings by their codes, in the order of their places', () => {
    const page = pageOf(FULL);
    expect(rowsOf(page, 'image-outside')).toEqual([['posts/a/index.md:3', 'It is no date.']]);
    expect(rowsOf(page, 'link-scheme')).toEqual([
      ['posts/a/index.md:1', 'It is no date.', 'Second.'],
      ['posts/a/index.md:3', 'It is no date.', 'First.'],
    ]);
  });

  it('shows links to the old blog, and where they lead now', () => {
    const page = pageOf(FULL);
    expect(rowsOf(page, 'Links that lead to the new address now')).toEqual([
      ['posts/a/index.md:3', 'https://old.example/a', '/a/'],
    ]);
    expect(rowsOf(page, 'Links that stay as they were written')).toEqual([
      ['posts/a/index.md:3', 'https://old.example/x'],
    ]);
  });

  it('names places that are no file in a folder, or have no line', () => {
    const { line: _line, column: _column, ...whole } = problem({ file: 'site.yaml' });
    expect(rowsOf(pageOf({ ...EMPTY, problems: [whole] }), whole.code)).toEqual([
      ['site.yaml', 'It is no date.'],
    ]);
  });

  it('opens short tables and leaves long ones closed', () => {
    expect(openTables(20)).toEqual([true]);
    expect(openTables(21)).toEqual([false]);
  });

  it('takes all that is written for text', () => {
    const own = { code: HOSTILE, file: HOSTILE, message: HOSTILE, hint: HOSTILE };
    const page = reportPage({
      title: HOSTILE,
      url: HOSTILE,
      problems: [problem(own)],
      notes: [note({ ...own, code: 'link-healed', near: HOSTILE, replacement: HOSTILE })],
      redirects: [row({ from: HOSTILE, to: HOSTILE, file: HOSTILE })],
    });
    expect(elements(parsePage(page), 'script')).toEqual([]);
    // oxlint-disable-next-line no-control-regex
    expect(page).not.toMatch(/[\u0000\u202e]/);
    expect(rowsOf(parsePage(page), 'Links that lead to the new address now')).toEqual([
      Array.from({ length: 3 }, (_, index) =>
        expect.stringContaining(
          `<script>alert("1")</script> & 'quotes'${index === 0 ? ' :3' : ''}`,
        ),
      ),
    ]);
  });

  it('needs no other file and no script', () => {
    const page = pageOf(FULL);
    expect(elements(page, 'script', 'link', 'img', 'iframe')).toEqual([]);
    expect(reportPage(FULL)).not.toMatch(/@import|url\(/);
  });

  it('does not depend on the order in which things were found', () => {
    const turned = {
      ...FULL,
      problems: FULL.problems.toReversed(),
      notes: FULL.notes.toReversed(),
    };
    expect(reportPage(turned)).toBe(reportPage(FULL));
  });

  it.each([
    ['nothing', EMPTY],
    ['everything', FULL],
  ])('is valid HTML when it tells of %s', async (_what, report) => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'report.html'), reportPage(report));
    expect(await htmlValidate(new OutputFolder(folder))).toEqual([]);
  });

  it('is known again', () => {
    expect(isReport(reportPage({ ...FULL, title: HOSTILE }))).toBe(true);
    expect(isReport('<!DOCTYPE html>\n<title>Before the switch</title>')).toBe(false);
  });
});
