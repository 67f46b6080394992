/** Packed parts are what they were, wherever they are read. */
import { deserialize, serialize } from 'node:v8';
import { Liquid } from 'liquidjs';
import { expect, it } from 'vitest';
import { packHtml } from '../../src/markdown/packed-html.ts';
import type { BodyPart } from '../../src/markdown/parts.ts';

const PARTS: BodyPart[] = [
  { kind: 'html', html: `<p>“Roses” und Tulpen 🌷${' in a vase'.repeat(20)}<a href="` },
  { kind: 'address', address: '/a/long/address/that/was/a/part/of/the/html/' },
  { kind: 'html', html: '">' },
  { kind: 'page', html: 'x'.repeat(100) },
  { kind: 'code', html: 'Half a tulip: \ud83c, and the rest of a text that is long.'.repeat(3) },
  { kind: 'html', html: '“Large” '.repeat(300_000) },
];

it.each<[string, (parts: readonly BodyPart[]) => unknown]>([
  ['to who reads them', (parts) => parts.map((part) => ('html' in part ? { ...part } : part))],
  ['to JSON', (parts) => JSON.stringify(parts)],
  ['to the other thread', (parts) => structuredClone(parts)],
  ['to the cache', (parts) => deserialize(serialize(parts))],
  [
    'to a Liquid template',
    (parts) =>
      new Liquid({ ownPropertyOnly: true }).parseAndRenderSync('{{ parts[0].html }}', { parts }),
  ],
])('are the same %s', (_who, read) => {
  expect(read(packHtml(PARTS))).toEqual(read(PARTS));
});

it('are packed once', () => {
  const packed = packHtml(PARTS);
  expect(packed).not.toBe(PARTS);
  expect(packHtml(packed)).toBe(packed);
});
