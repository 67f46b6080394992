/** What tells a tag from text in angle brackets, by element. */
import { LAZY_SRC, LAZY_SRCSET } from '../lazy-media/lazy-attributes.ts';
import { FILTERED_ELEMENTS, isHtmlName } from '../raw-html/html-elements.ts';
import type { SourceTag } from './source-tag.ts';
import { ownValue } from '../../lib/own-value.ts';

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Start a block of raw HTML: https://spec.commonmark.org/0.31.2/#html-blocks, condition 6. */
export const BLOCK_TAGS = setOf(
  'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu menuitem meta nav ol optgroup option p param search section summary table tbody td tfoot th thead tr track ul',
);

/** Their content is code, with another condition for its end. */
export const RAW_BLOCK_TAGS = setOf('pre script style');

const PREFORMATTED = setOf('listing pre xmp');

export function isPreformatted(name: string): boolean {
  return PREFORMATTED.has(name);
}

/** Whether there is no Markdown in it. */
export function hasOwnSyntax(name: string): boolean {
  return PREFORMATTED.has(name) || ['iframe', 'script', 'style'].includes(name);
}

export const INLINE = setOf(
  'a abbr acronym b bdi bdo big blink cite code data del dfn em font i ins kbd label mark nobr output q s samp small span strike strong sub sup time tt u var',
);

/** Without their end tag, they would hide, fold away or restyle the text after them. */
export const HIDING = setOf(
  'applet audio canvas datalist details dialog iframe listing math object pre script select style svg template video xmp',
);

/** Media, and what may stand in them before the text for old browsers. */
export const MEDIA = setOf('applet audio canvas object video');
export const MEDIA_PARTS = setOf('embed param source track');

const VOID = setOf(
  'area base basefont bgsound br col embed frame hr img input isindex keygen link menuitem meta param source spacer track wbr',
);

/** Elements that may lack an end tag or attributes inside one of these. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(['dd', 'dt'].map((name) => [name, ['dl']])),
  ...Object.fromEntries(['optgroup', 'option'].map((name) => [name, ['datalist', 'select']])),
  ...Object.fromEntries(['rb', 'rp', 'rt', 'rtc'].map((name) => [name, ['ruby']])),
  ...Object.fromEntries(
    ['caption', 'col', 'colgroup', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr'].map((name) => [
      name,
      ['table'],
    ]),
  ),
  li: ['dir', 'menu', 'ol', 'ul'],
  param: ['applet', 'object'],
  source: ['audio', 'picture', 'video'],
  track: ['audio', 'video'],
};

/** Where `name` needs neither an end tag nor attributes. */
export function parentsOf(name: string): readonly string[] {
  return ownValue(PARENTS, name) ?? [];
}

export function isVoid(name: string): boolean {
  return VOID.has(name);
}

/** Whether a void element is one without looking at its parent: `<hr>`, but not `<img>`. */
export function isCompleteVoid({ name, attributes }: SourceTag): boolean {
  if (name === 'br' || name === 'hr' || name === 'wbr') return true;
  if (!['embed', 'frame', 'img', 'source', 'track'].includes(name)) return attributes.length > 0;
  return attributes.some(
    ({ name: attribute }) =>
      attribute === 'src' ||
      attribute === 'srcset' ||
      LAZY_SRC.test(attribute) ||
      LAZY_SRCSET.test(attribute),
  );
}

/** Of word processors and old platforms: `<o:p>`, `<fb:like>`. Nothing is shown for them. */
export function isPrefixed(name: string): boolean {
  return /^(?:o|v|w|m|mc|st1|fb|g):[a-z]/.test(name);
}

const BOOLEAN_ATTRIBUTES = setOf(
  'allowfullscreen allowtransparency async autofocus autoplay border checked compact controls declare default defer disabled download hidden ismap itemscope loop mozallowfullscreen multiple muted nohref noresize noshade novalidate nowrap open playsinline readonly required reversed scoped seamless selected webkitallowfullscreen',
);

/** Whether the name is an element's, and the words after it can be its attributes. */
export function looksLikeTag({ name, attributes }: SourceTag): boolean {
  if (FILTERED_ELEMENTS.includes(name) || !(isHtmlName(name) || isPrefixed(name))) return false;
  if (attributes.some(({ quote }) => quote !== '')) return true;
  return attributes.every(
    ({ name: word, value }) =>
      value !== undefined || word.includes('-') || BOOLEAN_ATTRIBUTES.has(word),
  );
}
