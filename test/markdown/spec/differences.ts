/** Examples that look different on our pages, and why. */

/** GFM builds on CommonMark 0.29, where `--` ends a comment. Since 0.31 it does not, as in HTML. */
const HYPHENS = ['GFM 649', 'GFM 650'];

/** Examples that show words which nobody sees on our pages. */
export const HIDING: readonly string[] = HYPHENS;

/** Names of examples whose structure differs, by reason. */
export const DIFFERENCES: Readonly<Record<string, readonly string[]>> = {
  'Comments may contain two hyphens.': HYPHENS,
  'An element that HTML does not have is text.': [
    ...['CommonMark 150', 'CommonMark 163', 'CommonMark 201', 'CommonMark 491', 'CommonMark 524'],
    ...['CommonMark 536', 'CommonMark 613', 'CommonMark 614', 'CommonMark 615', 'CommonMark 617'],
    'CommonMark 623',
  ],
  'Declarations, processing instructions and CDATA sections are text.': [
    ...['CommonMark 180', 'CommonMark 181', 'CommonMark 182'],
    ...['CommonMark 627', 'CommonMark 628', 'CommonMark 629'],
  ],
  'A tag that is not whole is text.': ['CommonMark 156', 'CommonMark 157', 'CommonMark 158'],
  'An element that is never closed ends with its block, or its tag is text.': [
    ...['CommonMark 91', 'CommonMark 155', 'CommonMark 175', 'CommonMark 184', 'GFM 657'],
  ],
  'An end tag without a start tag is left out, and Markdown goes on.': [
    ...['CommonMark 151', 'CommonMark 165'],
  ],
  'A bare address is a link, as GFM has it.': [
    ...['CommonMark 602', 'CommonMark 608', 'CommonMark 611', 'CommonMark 612'],
    ...['GFM 611', 'GFM 617', 'GFM 620'],
  ],
  'A link with an unknown scheme leads nowhere, and a warning says so.': [
    ...['CommonMark 598', 'CommonMark 599', 'CommonMark 601'],
  ],
  'A table with one cell a row is layout.': [
    ...['CommonMark 148', 'CommonMark 149', 'CommonMark 160', 'CommonMark 190'],
  ],
  'An image with a title has it as its caption.': [
    ...['CommonMark 572', 'CommonMark 573', 'CommonMark 576', 'CommonMark 577', 'CommonMark 584'],
    ...['CommonMark 585', 'CommonMark 586', 'CommonMark 588', 'CommonMark 589', 'CommonMark 591'],
  ],
  'A form control shows its text, and what GitHub never shows is text.': ['CommonMark 171'],
};
