/** Damaged exports as fast-check values, which can be repeated and shrunk. */
import * as fc from 'fast-check';
import { SNIPPETS } from '../snippets.ts';
import { EXPORTS } from './exports.ts';

/** A part of a whole, in thousandths. */
const place = fc.nat(999);

const damage = fc.oneof(
  fc.record({ kind: fc.constant('cut'), at: place, count: fc.constant(0) }),
  ...['remove', 'repeat', 'control', 'snippet', 'snippet', 'text', 'swap', 'byte'].map((kind) =>
    fc.record({ kind: fc.constant(kind), at: place, count: fc.nat(10_000) }),
  ),
);

/** Which export, which of its files, what happens to them, and how they are written. */
export const damagedExport = fc.record({
  export: fc.nat(EXPORTS.length - 1),
  file: fc.nat(),
  damages: fc.array(damage, { minLength: 1, maxLength: 6 }),
  path: fc.oneof(
    { weight: 9, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.nat(999) },
  ),
  encoding: fc.oneof(
    { weight: 8, arbitrary: fc.constant('utf8') },
    { weight: 1, arbitrary: fc.constantFrom('utf16le', 'utf16be', 'latin1', 'bom') },
  ),
});

type DamagedExport = typeof damagedExport extends fc.Arbitrary<infer Value> ? Value : never;

/** What is between `<` and the next `>`, and what is between tags. */
const PIECE = /<[^<>]*>|[^<>]+/g;

/** Bytes by path. */
export function filesOf(damaged: DamagedExport): Record<string, Buffer> {
  const files = { ...EXPORTS[damaged.export]?.files };
  const names = Object.keys(files);
  const name = names[damaged.file % names.length] ?? '';
  const text = damaged.damages.reduce(damagedText, files[name] ?? '');
  const bytes: Record<string, Buffer> = {};
  for (const [path, content] of Object.entries(files))
    bytes[path] = path === name ? encoded(text, damaged.encoding) : Buffer.from(content);
  if (damaged.path === undefined) return bytes;
  const { [name]: moved = Buffer.alloc(0), ...others } = bytes;
  return { ...others, [strangePath(name, damaged.path)]: moved };
}

interface Damage {
  readonly kind: string;
  readonly at: number;
  readonly count: number;
}

function damagedText(text: string, { kind, at, count }: Damage): string {
  const index = Math.floor((text.length * at) / 1000);
  const snippet = SNIPPETS[count % SNIPPETS.length] ?? '';
  switch (kind) {
    case 'cut':
      return text.slice(0, index);
    case 'remove':
      return text.slice(0, index) + text.slice(index + (count % 100));
    case 'repeat':
      return text.slice(0, index) + text.slice(index - (count % 3000), index) + text.slice(index);
    case 'control':
      return text.slice(0, index) + String.fromCodePoint(count % 0x20) + text.slice(index);
    case 'byte':
      return text.slice(0, index) + String.fromCodePoint(count) + text.slice(index + 1);
    case 'snippet':
      return text.slice(0, index) + snippet + text.slice(index);
    default:
      return damagedPieces(text, kind, at, count, snippet);
  }
}

/** Keeps the markup of the export. */
function damagedPieces(
  text: string,
  kind: string,
  at: number,
  count: number,
  snippet: string,
): string {
  const pieces = text.match(PIECE) ?? [];
  const one = Math.floor((pieces.length * at) / 1000);
  if (kind === 'swap') {
    const other = count % Math.max(1, pieces.length);
    [pieces[one], pieces[other]] = [pieces[other] ?? '', pieces[one] ?? ''];
    return pieces.join('');
  }
  const escaped = snippet.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return pieces.toSpliced(one, 0, escaped).join('');
}

function encoded(text: string, encoding: string): Buffer {
  switch (encoding) {
    case 'utf16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 'utf16be':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
    case 'latin1':
      return Buffer.from(text, 'latin1');
    default:
      return Buffer.from((encoding === 'bom' ? '\uFEFF' : '') + text);
  }
}

const SEGMENTS = ['..', 'CON', 'a b.', 'é', '日本', 'x'.repeat(300), '%2e%2e', 'a\\b', '\u202e'];

/** The path with other names of folders, or a strange name before its ending. */
function strangePath(path: string, number: number): string {
  const segment = SEGMENTS[number % SEGMENTS.length] ?? '';
  if (number % 2 === 0) return `${segment}/${path}`;
  const slash = path.lastIndexOf('/') + 1;
  return path.slice(0, slash) + segment + path.slice(path.indexOf('.', slash));
}
