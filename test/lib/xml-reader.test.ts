/** Streaming XML reader. */
import { describe, expect, it } from 'vitest';
import { XmlError, readXml, type XmlElement } from '../../src/lib/xml-reader.ts';

const ITEMS = { list: ['list/item'] };

function read(text: string): XmlElement[] {
  const items: XmlElement[] = [];
  readXml(text, ITEMS, (item) => items.push(item));
  return items;
}

describe('an item', () => {
  it('has its line, attributes, children and text', () => {
    const items = read(
      '<?xml version="1.0"?>\n<list>\n  <title>Not this</title>\n  <item a="1&amp;2"><b x="y"/>A &lt;<![CDATA[<c>]]> &#233;</item>\n\n<item/></list>\n',
    );
    expect(items).toEqual([
      {
        name: 'item',
        line: 4,
        attributes: { a: '1&2' },
        text: 'A <<c> é',
        children: [{ name: 'b', line: 4, attributes: { x: 'y' }, text: '', children: [] }],
      },
      { name: 'item', line: 6, attributes: {}, text: '', children: [] },
    ]);
  });

  it('has no entities that the document defines', () => {
    const own = '<!DOCTYPE list [<!ENTITY own SYSTEM "file:///etc/hostname">]>';
    expect(read(`${own}<list><item>&own;</item></list>`)).toMatchObject([{ text: '&own;' }]);
  });

  it('is found only at its path', () => {
    expect(read('<list><group><item/></group><item><item/></item></list>')).toMatchObject([
      { children: [{ name: 'item' }] },
    ]);
  });
});

describe('invalid XML', () => {
  it.each([
    ['', 1, 'it has no element'],
    ['Words.', 1, 'it has no element'],
    ['<!DOCTYPE html>\n<html></html>', 2, 'it begins with <html>'],
    ['<list>\n<item>\n</list>', 3, '<item> is not closed'],
    ['<list>\n<item>Wor', 2, '<item> is not closed'],
    ['<list>\n<item/>', 2, '<list> is not closed'],
    ['<list/>\n<list/>', 2, 'a second document begins with <list>'],
    [`<list>${'<a>'.repeat(100_000)}`, 1, 'its elements are nested more than 200 deep'],
  ])('%j is refused with its line', (text, line, message) => {
    let error: unknown;
    try {
      read(text);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(XmlError);
    expect(error).toMatchObject({ line, message });
  });
});
