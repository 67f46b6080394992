/** Cleans raw HTML before the other passes add classes and elements of their own. */
import { elementsOf, remove, type Element } from '../../lib/html.ts';
import type { BodyTree } from '../body.ts';
import { normalizeReach } from '../pictures/reach.ts';
import { showLazyMedia } from '../lazy-media/lazy-media.ts';
import { replaceField } from './form-fields.ts';
import { DROPPED_WITH_CONTENT } from './html-elements.ts';
import { reportHiddenText } from './hidden-text.ts';
import { renameObsolete, splitParagraphs } from './obsolete-elements.ts';
import { replacePlugin } from '../embeds/plugins.ts';
import { replaceScripts } from '../embeds/script-embeds.ts';
import { ownValue } from '../../lib/own-value.ts';

/** Classes that the Markdown parser and its extensions write, by element. */
const PARSER_CLASSES: Readonly<Record<string, RegExp>> = {
  code: /^language-\S+$/,
  div: /^markdown-alert markdown-alert-[a-z]+$/,
  img: /^(?:wide|full|inset)$/,
  p: /^markdown-alert-title$/,
  section: /^footnotes$/,
};

/** Removes classes of the author, replaces elements that posts cannot have, and reports what is lost. */
export function cleanRawHtml(body: BodyTree): void {
  // First, since it goes by classes.
  replaceScripts(body);
  showLazyMedia(body);
  for (const element of elementsOf(body.tree)) {
    const { name, attribs } = element;
    // Replaced with an element around it.
    if (element.parent === null) continue;
    replacePlugin(element, body);
    normalizeReach(element);
    if (!ownValue(PARSER_CLASSES, name)?.test(attribs['class'] ?? '') && !isFootnotesLabel(element))
      delete attribs['class'];
    reportHiddenText(element, body);
    if (DROPPED_WITH_CONTENT.includes(name)) remove(element);
    replaceField(element, body);
    renameObsolete(element);
  }
  splitParagraphs(body.tree);
}

/** Whether this is the visually hidden heading of the footnotes. */
export function isFootnotesLabel({ name, attribs }: Element): boolean {
  return name === 'h2' && attribs['id'] === 'footnote-label' && attribs['class'] === 'sr-only';
}
