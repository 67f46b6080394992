import { expect, it } from 'vitest';
import { childText, xmlItems, type XmlNode } from '../../src/import/source/xml-items.ts';
import { memoryFile } from '../support/memory-source.ts';

async function read(xml: string, chunk?: number) {
  const reader = xmlItems(memoryFile('feed.atom', xml, chunk), new Set(['feed/entry']));
  const items: XmlNode[] = [];
  for await (const item of reader.items) items.push(item);
  return { items, root: reader.root(), isComplete: reader.isComplete() };
}

it.each([1, 2, 7, 4096])('reads entries with their lines in pieces of %d bytes', async (chunk) => {
  const { items, root, isComplete } = await read(
    "<?xml version='1.0'?>\n<feed>\n<entry><title>Rosen &amp; Äpfel</title></entry>\n\n<entry\n><title><![CDATA[<b>&amp;]]></title></entry></feed>",
    chunk,
  );
  expect(root).toBe('feed');
  expect(isComplete).toBe(true);
  expect(items.map((item) => [item.line, childText(item, 'title')])).toEqual([
    [3, 'Rosen & Äpfel'],
    [5, '<b>&amp;'],
  ]);
});

it('reads control characters, bare ampersands and prefixes that nobody declared', async () => {
  const { items } = await read('<feed><entry><app:draft>a\u0003 & b</app:draft></entry></feed>');
  expect(items.map((item) => childText(item, 'app:draft'))).toEqual(['a\u0003 & b']);
});

it('tells that a document was cut', async () => {
  const { items, isComplete } = await read(
    '<feed><entry><title>One</title></entry><entry><title>Tw',
  );
  expect(isComplete).toBe(false);
  expect(items).toHaveLength(2);
});

it('expands no entities of a document type', async () => {
  const { items } = await read(
    '<!DOCTYPE feed [<!ENTITY a "aaaa">]><feed><entry><title>&a;</title></entry></feed>',
  );
  expect(items.map((item) => childText(item, 'title'))).toEqual(['&a;']);
});

it('refuses elements that are nested too deep', async () => {
  await expect(read(`<feed><entry>${'<a>'.repeat(600)}`)).rejects.toThrow('nested more than 500');
});

it('tells text in CDATA sections from other text', async () => {
  const { items } = await read(
    '<feed><entry><a>&amp;amp;</a><b><![CDATA[&amp;]]></b><c>x</c></entry></feed>',
  );
  expect(items[0]?.children.map((child) => [child.text, child.isCdata])).toEqual([
    ['&amp;', false],
    ['&amp;', true],
    ['x', false],
  ]);
});
