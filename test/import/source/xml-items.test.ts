import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { childText, xmlItems, type XmlNode } from '../../../src/import/source/xml-items.ts';
import { memoryFile } from '../../support/memory-source.ts';

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

it('says which item was cut', async () => {
  const { items } = await read('<feed><entry><title>One</title></entry><entry><title>Tw');
  expect(items.map((item) => item.isCut ?? false)).toEqual([false, true]);
});

it.each([3, 300])(
  'decodes what a declaration or a byte-order mark names, by %d bytes',
  async (chunk) => {
    const body = '<feed><entry><title>Rösé</title></entry></feed>';
    const latin = Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${body}`, 'latin1');
    const wide = Buffer.from(`\uFEFF<?xml version="1.0" encoding="UTF-16"?>${body}`, 'utf16le');
    for (const bytes of [latin, wide, Buffer.from(`\uFEFF${body}`)]) {
      const reader = xmlItems(memoryFile('feed', bytes, chunk), new Set(['feed/entry']));
      const titles: string[] = [];
      for await (const item of reader.items) titles.push(childText(item, 'title'));
      expect(titles).toEqual(['Rösé']);
    }
  },
);

it('keeps markup as HTML', async () => {
  const reader = xmlItems(
    memoryFile(
      'feed',
      '<feed><entry><content type="xhtml"><h:div>1 &lt; 2<h:br/><b title="&quot;">x</b> y</h:div></content><id>7</id></entry></feed>',
    ),
    new Set(['feed/entry']),
    (name, attributes) => name === 'content' && attributes['type'] === 'xhtml',
  );
  for await (const item of reader.items) {
    expect(childText(item, 'content')).toBe('<div>1 &lt; 2<br><b title="&quot;">x</b> y</div>');
    expect(childText(item, 'id')).toBe('7');
  }
});

it('refuses an item of more than 64 MB', async () => {
  const megabyte = 'x'.repeat(1024 * 1024);
  await expect(read(`<feed><entry><title>${megabyte.repeat(65)}`, 1 << 20)).rejects.toThrow(
    '64 MB',
  );
  await expect(read(`<feed><!-- ${megabyte.repeat(65)}`, 1 << 20)).rejects.toThrow('has no end');
});

it('tells text in CDATA sections from other text', async () => {
  const { items } = await read(
    '<feed><entry><a>&amp;amp;</a><b><![CDATA[&amp;]]></b><c>x</c></entry></feed>',
  );
  expect(items[0]?.children.map((child) => [child.text, child.isCdata ?? false])).toEqual([
    ['&amp;', false],
    ['&amp;', true],
    ['x', false],
  ]);
});

it('keeps no more of a file in memory than was read from it', async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage: () => void = runInNewContext('gc');
  const entry = `<entry a="${'attribute '.repeat(3)}"><id>tag:blogger.com,1999:blog-7.post-123456789</id><p>${'text '.repeat(4000)}</p></entry>`;
  const file = {
    path: 'feed',
    async *stream() {
      yield Buffer.from('<feed>');
      for (let count = 0; count < 1000; count++) yield Buffer.from(entry);
      yield Buffer.from('</feed>');
    },
  };
  const kept: string[] = [];
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  for await (const item of xmlItems(file, new Set(['feed/entry'])).items)
    kept.push(childText(item, 'id'), item.attributes.get('a') ?? '');
  collectGarbage();
  expect(kept).toHaveLength(2000);
  // The file has 20 MB.
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(5_000_000);
});
