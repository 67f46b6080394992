/** Cases as fast-check values: mutated posts, and texts whose words are known. */
import * as fc from 'fast-check';
import type { FuzzInput } from './input.ts';
import { mutatedPost, mutatedText } from './mutations.ts';
import type { Post } from './posts.ts';
import { fuzzText, knownTextOf } from './texts.ts';

export const fuzzCase = fc.oneof(mutatedPost, fuzzText);

type FuzzCase = typeof fuzzCase extends fc.Arbitrary<infer Value> ? Value : never;

/** Carries a case out; the same case and posts always give the same text. */
export function inputOf(fuzzed: FuzzCase, posts: readonly Post[]): FuzzInput {
  if ('frontMatter' in fuzzed) return mutatedText(fuzzed, posts);
  const known = knownTextOf(fuzzed);
  const { markdown, frontMatter } = known;
  return { markdown, frontMatter, markers: [], known };
}
