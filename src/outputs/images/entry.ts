/** The versions of one image as an entry of the cache: what they are, in a line of JSON, and their contents. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { HASHED_FOLDER } from '../../lib/paths.ts';
import type { Made } from './encode.ts';
import type { Use, Version } from '../../site/image-model.ts';
import { RECIPE } from './recipe.ts';

const Header = z.object({
  /** Why there are none, if the image could not be read. */
  failure: z.string().optional(),
  versions: z.array(
    z.object({
      width: z.number(),
      type: z.enum(['image/avif', 'image/webp']),
      isStill: z.boolean(),
      bytes: z.number(),
    }),
  ),
});

/** What came of making the versions of an image. */
export interface Entry {
  readonly made: readonly Made[];
  /** The end of a sentence. */
  readonly failure: string | undefined;
}

const USES: Readonly<Record<Use, string>> = {
  column: '',
  row: ' in a row',
  portrait: ' as a portrait',
};

/** @param hash of the image */
export function keyOf(hash: string, use: Use): string {
  const recipe = `${RECIPE} ${hash}${USES[use]}`;
  return createHash('sha256').update(recipe).digest('hex').slice(0, 32);
}

export function packEntry({ made, failure }: Entry): Buffer {
  const versions = made.map(({ content, ...version }) => ({ ...version, bytes: content.length }));
  const header = Buffer.from(`${JSON.stringify({ failure, versions })}\n`);
  return Buffer.concat([header, ...made.map(({ content }) => content)]);
}

export function unpackEntry(bytes: Buffer): Entry {
  const end = bytes.indexOf('\n');
  const { failure, versions } = Header.parse(JSON.parse(bytes.toString('utf8', 0, end)));
  let at = end + 1;
  const made = versions.map((version) => {
    const content = bytes.subarray(at, at + version.bytes);
    at += version.bytes;
    return { ...version, content };
  });
  return { made, failure };
}

/** Under which names the versions are published. */
export function versionsOf(key: string, { made }: Pick<Entry, 'made'>): Version[] {
  return made.map(({ width, type, isStill, bytes }) => ({
    ...{ width, type, isStill, bytes },
    path: `${HASHED_FOLDER}${key.slice(0, 16)}-${width}${isStill ? '-still' : ''}.${type.slice('image/'.length)}`,
  }));
}
