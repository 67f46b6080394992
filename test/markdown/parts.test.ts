/** Parts of a body. */
import { describe, expect, it } from 'vitest';
import type { BodyPart } from '../../src/markdown/parts.ts';
import { render } from '../support/render.ts';

const IMAGE = 'https://x.example/a.png';

async function partsOf<Kind extends BodyPart['kind']>(
  kind: Kind,
  markdown: string,
): Promise<(BodyPart & { kind: Kind })[]> {
  const { parts } = await render(markdown);
  return parts.filter((part): part is BodyPart & { kind: Kind } => part.kind === kind);
}

describe('an image', () => {
  it('has its attributes, whatever they hold', async () => {
    const [image] = await partsOf('image', `See ![A <b> & "c"](${IMAGE} "It\u2019s > x")`);
    expect(image?.attributes).toMatchObject({
      src: IMAGE,
      alt: 'A <b> & "c"',
      title: 'It\u2019s > x',
    });
  });

  it('knows how many stand in its row', async () => {
    const cell = `<td><img src="${IMAGE}"></td>`;
    const table = (cells: number): string =>
      `<table><tr>${cell.repeat(cells)}</tr></table>\n\n![](${IMAGE})\n\n`;
    const images = await partsOf('image', table(3) + table(2));
    expect(images.map(({ columns }) => columns)).toEqual([3, 3, 3, 1, 2, 2, 1]);
  });

  it('knows it where captions hold elements of their own', async () => {
    const rows = [`<img src="${IMAGE}">`, '<div>Caption</div>'].map(
      (cell) => `<tr>${`<td>${cell}</td>`.repeat(2)}</tr>`,
    );
    const images = await partsOf('image', `<table>${rows.join('')}</table>`);
    expect(images.map(({ columns }) => columns)).toEqual([2, 2]);
  });
});

describe('an address', () => {
  it.each(['#place', '/tags/', 'mailto:a@x.example'])(
    'of a link is a part: %s',
    async (address) => {
      const parts = await partsOf('address', `[x](${address})`);
      expect(parts).toEqual([{ kind: 'address', address }]);
    },
  );

  it('of another site is not, since it is the same everywhere', async () => {
    expect(await partsOf('address', '[x](https://x.example/?a=1&b=2)')).toEqual([]);
  });

  it('stays one when the writer quotes an attribute in the text', async () => {
    const parts = await partsOf('address', '`<a href="/x">` and <q cite="/y">"</q>');
    expect(parts.map(({ address }) => address)).toEqual(['/y']);
  });
});

describe('code', () => {
  it('is a part with its element', async () => {
    const [code] = await partsOf('code', 'a\n\n- ```\n  x\n  ```\n');
    expect(code?.html).toBe('<pre tabindex="0"><code>x\n</code></pre>');
  });

  it('may hold an address', async () => {
    const { parts } = await render('<pre>a <a href="/x">b</a></pre>\n\nc');
    expect(parts.map(({ kind }) => kind)).toEqual([
      'page',
      'code',
      'address',
      'code',
      'page',
      'html',
    ]);
  });

  it('is not what stands in a line', async () => {
    expect(await partsOf('code', '`x`')).toEqual([]);
  });
});

it('the link beside a heading is for its page', async () => {
  const [anchor, ...others] = await partsOf('page', '# A\n\nB');
  expect(anchor?.html).toMatch(/^<a class="anchor" [^>]*><\/a>$/);
  expect(others).toEqual([]);
});

it.each([
  ['', undefined, undefined],
  [' width="640" height="0"', 640, undefined],
])('a frame has the size that its writer gave: %j', async (attributes, width, height) => {
  const frame = `<iframe src="https://www.youtube.com/embed/x"${attributes}></iframe>`;
  expect(await partsOf('embed', frame)).toMatchObject([{ width, height }]);
});
