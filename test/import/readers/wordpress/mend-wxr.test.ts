import { describe, expect, it } from 'vitest';
import { mendWxr } from '../../../../src/import/readers/wordpress/mend-wxr.ts';
import { memoryFile } from '../../../support/memory-source.ts';

async function mend(content: string | Uint8Array, chunk = 4096): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of mendWxr(memoryFile('a.xml', content, chunk)).stream())
    pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

const CHUNKS = [1, 3, 100, 4096];

describe.each(CHUNKS)('in pieces of %d bytes', (chunk) => {
  it('keeps a sound export as it is', async () => {
    const xml = '<?xml version="1.0"?>\n<rss><title><![CDATA[Rösé 日本]]></title></rss>\n';
    expect(await mend(xml, chunk)).toBe(xml);
  });

  it('drops what PHP wrote before the document, but no line', async () => {
    const warning = '\n<br />\n<b>Warning</b>: headers in <b>/x.php</b><br />\n';
    expect(await mend(`${warning}<?xml version="1.0"?><rss/>`, chunk)).toBe(
      '\n\n\n<?xml version="1.0"?><rss/>',
    );
    expect(await mend('\n\n<rss/>', chunk)).toBe('\n\n<rss/>');
  });

  it('keeps sections together whose text has `]]>`', async () => {
    const text = 'if (a[b[0]]>1) ]]> <b>x</b>';
    expect(
      await mend(
        `<rss><content:encoded><![CDATA[${text}]]></content:encoded><title><![CDATA[y]]></title></rss>`,
        chunk,
      ),
    ).toBe(
      `<rss><content:encoded><![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]></content:encoded><title><![CDATA[y]]></title></rss>`,
    );
  });

  it('keeps sections that are split as they should be', async () => {
    const xml =
      '<rss><content:encoded>\n<![CDATA[a]]]]><![CDATA[>b ]]>\n</content:encoded ><x/></rss>';
    expect(await mend(xml, chunk)).toBe(xml);
  });

  it('keeps a long text after short ones as it is', async () => {
    const xml = `<rss><guid><![CDATA[x]]></guid><content:encoded><![CDATA[${'word '.repeat(1000)}]]></content:encoded></rss>`;
    expect(await mend(xml, chunk)).toBe(xml);
  });

  it('reads bytes of Windows-1252 in UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from('<rss>Rösé '),
      Buffer.from([0x93, 0xe9, 0x94]),
      Buffer.from(' 日本 \u{1F339}'),
      Buffer.from([0xe9]),
      Buffer.from('</rss>'),
    ]);
    expect(await mend(bytes, chunk)).toBe('<rss>Rösé “é” 日本 \u{1F339}é</rss>');
  });

  it('removes control characters', async () => {
    expect(await mend('<rss>a\u0000b\u000B\u001Fc\td\r\n</rss>', chunk)).toBe(
      '<rss>abc\td\r\n</rss>',
    );
  });
});

it('leaves other encodings to their declaration', async () => {
  const latin = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><rss>é</rss>', 'latin1');
  const pieces: Uint8Array[] = [];
  for await (const piece of mendWxr(memoryFile('a.xml', latin)).stream()) pieces.push(piece);
  expect(Buffer.concat(pieces)).toEqual(latin);
  const wide = Buffer.from('\uFEFF<rss>é</rss>', 'utf16le');
  expect(Buffer.from(await mend(wide, 5), 'utf8').toString()).toBe(wide.toString());
});

it('takes linear time for many `]]>`', async () => {
  const xml = `<rss><content:encoded><![CDATA[${']]> '.repeat(200_000)}]]></content:encoded></rss>`;
  const start = performance.now();
  const mended = await mend(xml, 65_536);
  expect(performance.now() - start).toBeLessThan(5000);
  expect(mended.length).toBe(xml.length + 200_000 * (']]]]><![CDATA[>'.length - 3));
});
