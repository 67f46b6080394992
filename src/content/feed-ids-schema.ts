/** Ids that posts had on the old blog, `feed-ids.json`: an id for each old path. */
import * as z from 'zod';
import { decodePath } from '../lib/paths.ts';
import { text } from './fields.ts';

export const feedIdsSchema = z.record(z.string(), z.unknown());

export const oldPath = z
  .string()
  .refine((path) => /^\/[^?#]/.test(path) && !/[?#]/.test(path) && decodePath(path) !== undefined);

export const feedId = text;

/** What feed readers know a post by. */
export interface FeedId {
  /** Old path of the post, as it is written. */
  readonly path: string;
  readonly id: string;
}
