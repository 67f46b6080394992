/** Reads the addresses in the marker of an output folder. */
import * as z from 'zod';
import type { Published } from '../site/model.ts';

const Marker = z.object({
  pages: z.array(
    z.object({
      path: z.string(),
      title: z.string(),
      guid: z.string().optional(),
      text: z.string().optional(),
    }),
  ),
  redirects: z.array(z.object({ from: z.string(), to: z.string() })),
});

/** `undefined` for that of an earlier version, which is a sentence, and for any other text. */
export function readMarker(text: string): Published | undefined {
  return Marker.safeParse(parseJson(text)).data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
