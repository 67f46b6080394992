/** Schema of `feed-ids.json`: a map from legacy paths to feed ids. */
import * as z from 'zod';
import { decodePath } from '../lib/paths.ts';
import { text } from './fields.ts';

export const feedIdsSchema = z.record(z.string(), z.unknown());

export const oldPath = z
  .string()
  .refine((path) => /^\/[^?#]/.test(path) && !/[?#]/.test(path) && decodePath(path) !== undefined);

export const feedId = text;

export interface FeedId {
  /** Legacy path of the post, as written. */
  readonly path: string;
  /** Entry id that feed readers know the post by. */
  readonly id: string;
}
