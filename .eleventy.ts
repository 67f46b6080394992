/** Eleventy's configuration. The site itself is made in `src/`; add your own filters and plugins here. */
import { perennial, type Build } from './src/eleventy/plugin.ts';
import type { EleventyConfig } from './src/eleventy/types.ts';

/** @param build what `npm run build` has loaded already; Eleventy's own command passes nothing */
export default async function configure(config: EleventyConfig, build?: Build): Promise<void> {
  config.setInputDirectory('templates/pages');
  await config.addPlugin(perennial(build));
}
