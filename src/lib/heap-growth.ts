/** How freely V8 uses memory, on every thread of the process. */
import { setFlagsFromString } from 'node:v8';

/** Posts from which on memory counts more than time. */
export const MANY_POSTS = 2000;

/** Lets the heap grow by two fifths, instead of twofold, before garbage is collected. */
export function limitHeapGrowth(): void {
  setFlagsFromString('--heap-growing-percent=40');
}

/**
 * V8's own rule again. Compiled code is of use only under the flags that it
 * was kept under, so it has to be kept under these.
 */
export function resetHeapGrowth(): void {
  setFlagsFromString('--heap-growing-percent=0');
}
