/** V8's heap growth, for all threads of the process. */
import { setFlagsFromString } from 'node:v8';

/** Number of posts above which memory matters more than time. */
export const MANY_POSTS = 2000;

/** Lets the heap grow by 40% between garbage collections instead of doubling. */
export function limitHeapGrowth(): void {
  setFlagsFromString('--heap-growing-percent=40');
}

/** Restores V8's default. V8 accepts cached code only under the flags it was cached with. */
export function resetHeapGrowth(): void {
  setFlagsFromString('--heap-growing-percent=0');
}
