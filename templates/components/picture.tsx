/** An image with its responsive sources, if it has any. */
import type { VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import { startTag } from '../../src/lib/html.ts';
import type { Picture as PictureModel } from '../../src/site/model.ts';

export function Picture({ picture: { sources, attributes } }: { picture: PictureModel }): VNode {
  const { alt = '', ...others } = attributes;
  // Preact writes `alt` without its empty value, for which text browsers show the name of the file.
  const image = jsxTemplate([startTag('img', { alt, ...others }, '>')]);
  if (sources.length === 0) return image;
  return (
    <picture>
      {sources.map((source) => (
        <source {...source} />
      ))}
      {image}
    </picture>
  );
}
