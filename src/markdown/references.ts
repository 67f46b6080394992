/** Links to what the site knows by name, a PEP or a package: their icon, and what a post mentions. */
import { textOf, type Element } from '../lib/html.ts';
import type { BodyTree } from './body.ts';

/** @param address where the link leads */
export function markReference(link: Element, address: string, body: BodyTree): void {
  const reference = body.resolver.reference(address);
  if (reference === undefined) return;
  const { group, label, icon } = reference;
  const key = `${group}\n${label}`.toLowerCase();
  if (!body.references.has(key)) body.references.set(key, reference);
  const text = textOf(link);
  // An image has no line of text that an icon could stand in.
  if (text.trim() === '') return;
  link.attribs['class'] = `reference icon-${icon}`;
  if (!text.toLowerCase().includes(label.toLowerCase())) link.attribs['title'] ??= label;
}
