/** What `.eleventy.ts` of a blog imports as `perennial-blog/eleventy`. */
export { perennial } from './plugin.ts';
export type { Build } from './project.ts';
export type { EleventyConfig } from './types.ts';
