/** What Perennial adds to Eleventy: the site as data, templates in TSX, and the files beside the pages. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { feedFiles } from '../feeds/feed-files.ts';
import { staticRedirects } from '../hosts/static.ts';
import { ContentError, formatProblems } from '../problem.ts';
import { loadSite } from '../site/load-site.ts';
import type { Site } from '../site/model.ts';
import { MARKER } from '../output/marker.ts';
import { copyAssets, writeFiles } from './files.ts';
import type { EleventyConfig, TemplateModule } from './types.ts';

/** Compiled templates by path, such as `./templates/pages/post.11ty.tsx`. */
export type Templates = Readonly<Record<string, () => Promise<TemplateModule>>>;

/** A site that is loaded already, and its templates. */
export interface Build {
  readonly site: Site;
  readonly templates: Templates;
}

/** The plugin. Without a `build`, it loads `content/` as it stands at the present time. */
export function perennial(build?: Build): (config: EleventyConfig) => Promise<void> {
  return async (config) => {
    const { site, templates } = build ?? { site: await loadHere(), templates: {} };
    const importTemplate = (path: string): Promise<TemplateModule> =>
      templates[path]?.() ?? import(pathToFileURL(resolve(path)).href);
    // One class instance: Eleventy would copy plain objects for every page.
    config.addGlobalData('site', site);
    config.addTemplateFormats('11ty.tsx');
    config.addExtension('11ty.tsx', {
      outputFileExtension: 'html',
      read: false,
      useLayouts: false,
      getData: ['data'],
      getInstanceFromInputPath: importTemplate,
      compile: async (_content, inputPath) => (await importTemplate(inputPath)).render,
    });
    config.on('eleventy.after', async ({ directories }) => {
      const copies = copyAssets(site.assets, directories.output);
      writeFiles([MARKER, ...feedFiles(site), ...staticRedirects(site)], directories.output);
      await copies;
    });
  };
}

/** For Eleventy's own command: mistakes in the content are explained before it gives up. */
async function loadHere(): Promise<Site> {
  try {
    const options = { contentDir: 'content', publicDir: 'public', drafts: false, now: Date.now() };
    return await loadSite(options);
  } catch (error) {
    if (error instanceof ContentError) {
      console.error(formatProblems(error.problems, (file) => readFileSync(file, 'utf8')));
    }
    throw error;
  }
}
