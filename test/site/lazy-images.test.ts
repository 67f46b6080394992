/** Images below a cover. */
import { expect, it } from 'vitest';
import { withLazyImages } from '../../src/site/lazy-images.ts';
import { render } from '../support/render.ts';

it('all load when readers come near', async () => {
  const image = '![](https://x.example/a.png)';
  const { parts } = await render(`${image}\n\nWords\n\n${image}`);
  const priorities = (all: typeof parts) =>
    all.flatMap((part) =>
      part.kind === 'image' ? [[part.attributes['loading'], part.attributes['fetchpriority']]] : [],
    );
  expect(priorities(parts)).toEqual([
    [undefined, 'high'],
    ['lazy', undefined],
  ]);
  expect(priorities([...withLazyImages(parts)])).toEqual([
    ['lazy', undefined],
    ['lazy', undefined],
  ]);
});
