/** The migration report. */
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

/** Whether each table of a report with this many redirects is open. */
function openTables(length: number): boolean[] {
  const page = pageOf({ ...EMPTY, redirects: Array.from({ length }, () => row()) });
  return elements(page, 'details').map(({ attribs }) => 'open' in attribs);
}

describe('the migration report', () => {
  it('begins with the verdict', () => {
    expect(verdictOf(EMPTY)).toMatch(/^Ready to switch\. /);
    const [error = problem(), ...warnings] = FULL.problems;
    expect(verdictOf({ ...EMPTY, problems: warnings })).toMatch(
      /^Ready to switch once you have read 3 warnings\. /,
    );
    expect(verdictOf({ ...EMPTY, problems: [error] })).toMatch(
      /^Not ready to switch\. 1 error prevents /,
    );
    expect(verdictOf(FULL)).toMatch(/^Not ready to switch\. 1 error prevents /);
  });

  it('links to each section with its count', () => {
    expect(summaryOf(pageOf(FULL))).toEqual({
      Errors: 1,
      Warnings: 3,
      'Old addresses': 4,
      'Links to the old blog': 2,
      'Dependencies on Blogger': 0,
      'Images with the wrong extension': 0,
      'Images without a description': 1,
      'Broken links': 0,
      'Details in posts': 1,
    });
    expect(
      summaryOf(pageOf({ ...EMPTY, redirects: Array.from({ length: 1108 }, () => row()) })),
    ).toMatchObject({ 'Old addresses': 1108 });
  });

  it('lists redirects with target, status and place', () => {
    const page = pageOf(FULL);
    expect(rowsOf(page, 'From legacyUrl of posts and pages')).toEqual([
      ['/2020/01/old.html', '/2020/01/new/', '301', 'content/posts/new/index.md:4'],
    ]);
    expect(rowsOf(page, 'Unchanged addresses of posts and pages')).toEqual([
      ['/about/', '/about/', '200', 'content/pages/about.md:4'],
    ]);
    expect(rowsOf(page, 'From redirects.yaml')).toEqual([
      ['/old/*', '/:splat', '302', 'redirects.yaml:4'],
    ]);
    expect(rowsOf(page, 'Built in for the old platform')).toEqual([['/comments', 'gone', '410']]);
    expect(rowsOf(page, 'Posts without an old address')).toEqual([['posts/a/index.md:3']]);
  });

  it('groups errors and warnings by code, sorted by place', () => {
    const page = pageOf(FULL);
    expect(rowsOf(page, 'image-outside')).toEqual([['posts/a/index.md:3', 'It is no date.']]);
    expect(rowsOf(page, 'link-scheme')).toEqual([
      ['posts/a/index.md:1', 'It is no date.', 'Second.'],
      ['posts/a/index.md:3', 'It is no date.', 'First.'],
    ]);
  });

  it('lists links to the old blog with their new targets', () => {
    const page = pageOf(FULL);
    expect(rowsOf(page, 'Links rewritten to the new address')).toEqual([
      ['posts/a/index.md:3', 'https://old.example/a', '/a/'],
    ]);
    expect(rowsOf(page, 'Links that stay as written')).toEqual([
      ['posts/a/index.md:3', 'https://old.example/x'],
    ]);
  });

  it('shows places without a folder or line', () => {
    const { line: _line, column: _column, ...whole } = problem({ file: 'site.yaml' });
    expect(rowsOf(pageOf({ ...EMPTY, problems: [whole] }), whole.code)).toEqual([
      ['site.yaml', 'It is no date.'],
    ]);
  });

  it('opens short tables and collapses long ones', () => {
    expect(openTables(20)).toEqual([true]);
    expect(openTables(21)).toEqual([false]);
  });

  it('escapes all text', () => {
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
    expect(rowsOf(parsePage(page), 'Links rewritten to the new address')).toEqual([
      Array.from({ length: 3 }, (_, index) =>
        expect.stringContaining(
          String.raw`<script>alert("1")</script> & 'quotes' \u0000\u202e${index === 0 ? ':3' : ''}`,
        ),
      ),
    ]);
  });

  it('is self-contained and has no script', () => {
    const page = pageOf(FULL);
    expect(elements(page, 'script', 'link', 'img', 'iframe')).toEqual([]);
    expect(reportPage(FULL)).not.toMatch(/@import|url\(/);
  });

  it('does not depend on the order of problems', () => {
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

  it('is recognized as a report', () => {
    expect(isReport(reportPage({ ...FULL, title: HOSTILE }))).toBe(true);
    expect(isReport('<!DOCTYPE html>\n<title>Migration report</title>')).toBe(false);
  });
});
