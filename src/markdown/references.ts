/** Links to references, such as a PEP or a package: collected, and marked with an icon. */
import { textOf, type Element } from '../lib/html.ts';
import type { BodyTree } from './body.ts';

/** @param url target of the link */
export function markReference(link: Element, url: string, body: BodyTree): void {
  const reference = body.resolver.reference(url);
  if (reference === undefined) return;
  const { group, label, icon } = reference;
  const key = `${group}\n${label}`.toLowerCase();
  if (!body.references.has(key)) body.references.set(key, reference);
  const text = textOf(link);
  // The icon needs a line of text.
  if (text.trim() === '') return;
  link.attribs['class'] = `reference icon-${icon}`;
  if (!text.toLowerCase().includes(label.toLowerCase())) link.attribs['title'] ??= label;
}
