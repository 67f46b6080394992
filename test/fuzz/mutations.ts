/** Mutations of posts as fast-check values, which can be repeated and shrunk. */
import * as fc from 'fast-check';
import type { FuzzInput } from './input.ts';
import type { Post } from './posts.ts';
import { KEYS, SNIPPETS, VALUES } from './snippets.ts';

/** A part of a whole, in thousandths: a place in a text or list of any length. */
const place = fc.nat(999);

const bodyMutation = fc.oneof(
  fc.record({ kind: fc.constant('cut-blocks'), at: place, count: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant('cut-text'), at: place, count: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ kind: fc.constant('repeat'), at: place, count: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ kind: fc.constant('swap'), at: place, count: place }),
  fc.record({ kind: fc.constant('splice'), at: place, count: place, post: fc.nat() }),
  fc.record({
    kind: fc.constant('nest'),
    at: place,
    count: fc.integer({ min: 1, max: 40 }),
    post: fc.nat(),
  }),
  ...['block', 'line', 'text', 'text'].map((kind) =>
    fc.record({ kind: fc.constant(kind), at: place, snippet: fc.nat(SNIPPETS.length - 1) }),
  ),
);

const frontMatterMutation = fc.oneof(
  ...['value', 'field', 'item'].map((kind) =>
    fc.record({
      kind: fc.constant(kind),
      at: place,
      key: fc.nat(KEYS.length - 1),
      snippet: fc.nat(VALUES.length - 1),
    }),
  ),
  fc.record({ kind: fc.constant('text'), at: place, snippet: fc.nat(SNIPPETS.length - 1) }),
  fc.record({ kind: fc.constant('cut'), at: place, count: fc.integer({ min: 1, max: 40 }) }),
);

/** Which post, how much of it, and what happens to it. */
export const mutatedPost = fc.record({
  post: fc.nat(),
  start: place,
  blocks: fc.oneof(
    { weight: 49, arbitrary: fc.integer({ min: 1, max: 5 }) },
    { weight: 1, arbitrary: fc.constant(1000) },
  ),
  body: fc.array(bodyMutation, { minLength: 1, maxLength: 6 }),
  frontMatter: fc.oneof(
    fc.constant([]),
    fc.array(frontMatterMutation, { minLength: 1, maxLength: 3 }),
  ),
  markers: fc.array(place, { maxLength: 6 }),
});

interface Mutation {
  readonly kind: string;
  readonly at: number;
  readonly count?: number;
  readonly post?: number;
  readonly snippet?: number;
  readonly key?: number;
}

export interface MutatedPost {
  readonly post: number;
  readonly start: number;
  readonly blocks: number;
  readonly body: readonly Mutation[];
  readonly frontMatter: readonly Mutation[];
  readonly markers: readonly number[];
}

/** Carries the mutations out; the same ones and posts always give the same text. */
export function mutatedText(fuzzed: MutatedPost, posts: readonly Post[]): FuzzInput {
  const post = postAt(posts, fuzzed.post);
  const all = blocksOf(post.body);
  const start = fuzzed.blocks >= all.length ? 0 : index(fuzzed.start, all.length);
  let blocks = all.slice(start, start + fuzzed.blocks);
  for (const mutation of fuzzed.body) blocks = mutateBlocks(blocks, mutation, posts);
  const marked = withMarkers(blocks.join('\n\n'), fuzzed.markers);
  let { frontMatter } = post;
  for (const mutation of fuzzed.frontMatter) frontMatter = mutateFrontMatter(frontMatter, mutation);
  return { ...marked, frontMatter: fuzzed.frontMatter.length > 0 ? frontMatter : undefined };
}

function mutateBlocks(
  blocks: readonly string[],
  mutation: Mutation,
  posts: readonly Post[],
): string[] {
  const { kind, at, count = 1, post = 0 } = mutation;
  const snippet = SNIPPETS[mutation.snippet ?? 0] ?? '';
  const here = index(at, blocks.length);
  const block = blocks[here] ?? '';
  switch (kind) {
    case 'cut-blocks':
      return blocks.toSpliced(here, count);
    case 'repeat':
      return blocks.toSpliced(here, 0, ...Array.from({ length: count }, () => block));
    case 'swap': {
      const there = index(count, blocks.length);
      return replaced(replaced(blocks, here, blocks[there] ?? ''), there, block);
    }
    case 'splice': {
      const others = blocksOf(postAt(posts, post).body);
      return blocks.toSpliced(here, 0, others[index(count, others.length)] ?? '');
    }
    case 'nest': {
      const sign = ['> ', '- ', '    ', '1. ', '> - '][post % 5] ?? '';
      return replaced(blocks, here, block.replace(/^/gm, sign.repeat(count)));
    }
    case 'block':
      return blocks.toSpliced(here, 0, snippet);
    case 'line':
      return replaced(blocks, here, `${snippet}\n${block}`);
    default:
      return inText(blocks, at, kind === 'cut-text' ? count : 0, kind === 'text' ? snippet : '');
  }
}

/** Puts `snippet` in the place of `count` characters, wherever in the whole text that is. */
function inText(blocks: readonly string[], at: number, count: number, snippet: string): string[] {
  const text = blocks.join('\n\n');
  const here = index(at, text.length + 1);
  return (text.slice(0, here) + snippet + text.slice(here + count)).split('\n\n');
}

/** A paragraph of nothing that Markdown or HTML could read as a sign. */
const PLAIN = /^\p{L}[\p{L}\p{N} \n.,;?!'()-]*$/u;

function withMarkers(
  markdown: string,
  places: readonly number[],
): { markdown: string; markers: string[] } {
  const blocks = blocksOf(markdown);
  const plain = [...blocks.keys()].filter((key) => PLAIN.test(blocks[key] ?? ''));
  const markers: string[] = [];
  for (const [number, at] of places.entries()) {
    const key = plain[index(at, plain.length)];
    if (key === undefined) continue;
    const marker = `zq${number}kept`;
    markers.push(marker);
    blocks[key] = (blocks[key] ?? '').replace(/ |$/, ` ${marker} `);
  }
  return { markdown: blocks.join('\n\n'), markers };
}

function mutateFrontMatter(frontMatter: string, mutation: Mutation): string {
  const { kind, at, count = 0 } = mutation;
  const lines = frontMatter.split('\n');
  const here = index(at, lines.length);
  const value = VALUES[mutation.snippet ?? 0] ?? '';
  const key = KEYS[mutation.key ?? 0] ?? '';
  switch (kind) {
    case 'value':
      return replaced(lines, here, (lines[here] ?? '').replace(/:.*|$/, `: ${value}`)).join('\n');
    case 'field':
      return lines.toSpliced(here, 0, `${key}: ${value}`).join('\n');
    case 'item':
      return lines.toSpliced(here, 0, `  - ${value}`).join('\n');
    default: {
      const snippet = kind === 'text' ? (SNIPPETS[mutation.snippet ?? 0] ?? '') : '';
      const from = index(at, frontMatter.length + 1);
      return frontMatter.slice(0, from) + snippet + frontMatter.slice(from + count);
    }
  }
}

function blocksOf(text: string): string[] {
  return text.split(/\r?\n(?:\r?\n)+/);
}

function postAt(posts: readonly Post[], number: number): Post {
  const post = posts[number % posts.length];
  if (post === undefined) throw new Error('There are no posts to mutate.');
  return post;
}

function index(thousandths: number, length: number): number {
  return Math.floor((thousandths / 1000) * length);
}

function replaced(list: readonly string[], at: number, item: string): string[] {
  return list.toSpliced(at, 1, item);
}
