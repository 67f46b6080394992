/** Eleventy's configuration. Perennial builds the site in `src/`; add your own filters and plugins here. */
import { perennial } from './src/eleventy/plugin.ts';
import type { Build } from './src/eleventy/project.ts';
import type { EleventyConfig } from './src/eleventy/types.ts';

/** @param build the site that `npm run build` has loaded; Eleventy's own command passes nothing */
export default async function configure(config: EleventyConfig, build?: Build): Promise<void> {
  config.setInputDirectory('templates/pages');
  await config.addPlugin(perennial(build));
}
