/** Builds and escapes XML for feeds. */
import XMLBuilder from 'fast-xml-builder';
import type { Envelope } from './envelope.ts';

const BUILDER = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressEmptyNode: true,
  // A tag may be named `true`.
  suppressBooleanAttributes: false,
});

export function xml(value: object): string {
  return BUILDER.build(value);
}

/** @param inner XML, inserted at the end of the element `name` */
export function xmlAround(name: string, value: object, inner: string): string {
  const outer = xml(value);
  const end = outer.lastIndexOf(`</${name}>`);
  return outer.slice(0, end) + inner + outer.slice(end);
}

/**
 * Prologue for people who open a feed in a browser: a comment for browsers
 * that show the source, and stylesheets for the others.
 * https://www.w3.org/TR/xml-stylesheet/
 * @param about explains what a feed is
 */
export function browserPrologue(basePath: string, about: string): string {
  const sheet = (name: string) => ({ '@type': 'text/css', '@href': `${basePath}/css/${name}` });
  const styles = { '?xml-stylesheet': [sheet('feed.css'), sheet('feed-note.css')] };
  return `<!-- ${about} -->\n${xml(styles)}\n`;
}

/**
 * The script that gives people who open a feed in a browser links and dates, which XML has not. Programs
 * pass over an element of another namespace: RFC 4287, section 6, and RSS 2.0, "Extending RSS".
 */
export function browserScript(basePath: string): object {
  const script = {
    '@xmlns': 'http://www.w3.org/1999/xhtml',
    '@src': `${basePath}/js/feed-view.js`,
  };
  return { script };
}

/**
 * An envelope for items at the end of the element `root`.
 * @param prologue goes before the document
 */
export function envelopeAround(root: string, document: object, prologue = ''): Envelope {
  const outer = xml(document);
  const end = outer.lastIndexOf(`</${root}>`);
  return {
    start: `<?xml version="1.0" encoding="utf-8"?>\n${prologue}${outer.slice(0, end)}\n`,
    between: '\n',
    end: `\n${outer.slice(end)}\n`,
  };
}

/** Removes characters that XML 1.0 forbids even when escaped (section 2.2). */
export function xmlText(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}

/** Escapes text for the content of an element. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
