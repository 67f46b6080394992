/** What Perennial adds to Eleventy: the site as data, templates in TSX, and the files beside the pages. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CACHE_DIR } from '../lib/cache.ts';
import { CACHE, ImageProcessor } from '../outputs/images/image-processor.ts';
import { ContentError, WorkError } from '../lib/problem.ts';
import { formatProblems } from '../report/text.ts';
import { loadSite } from '../build/load-site.ts';
import { WorkerThread } from '../build/worker-thread.ts';
import type { Site } from '../site/model.ts';
import { FolderSink, type PageSink } from './page-sink.ts';
import type { EleventyConfig, TemplateModule } from './types.ts';

/** Compiled templates by path, such as `./templates/pages/post.11ty.tsx`. */
export type Templates = Readonly<Record<string, () => Promise<TemplateModule>>>;

/** A site that is loaded already, and its templates. */
export interface Build {
  readonly site: Site;
  readonly templates: Templates;
  /** Takes each page as soon as it can be rendered, so that Eleventy does not hold all of them to the end. */
  readonly sink: PageSink;
}

/** The plugin. Without a `build`, it loads `content/` as it stands at the present time. */
export function perennial(build?: Build): (config: EleventyConfig) => Promise<void> {
  return async (config) => {
    const site = build?.site ?? (await loadHere());
    const importTemplate = (path: string): Promise<TemplateModule> =>
      build?.templates[path]?.() ?? import(pathToFileURL(resolve(path)).href);
    // One class instance: Eleventy would copy plain objects for every page.
    config.addGlobalData('site', site);
    config.addTemplateFormats('11ty.tsx');
    config.addExtension('11ty.tsx', {
      outputFileExtension: 'html',
      read: false,
      useLayouts: false,
      getData: ['data'],
      getInstanceFromInputPath: importTemplate,
      compile: async (_content, inputPath) => {
        const { render } = await importTemplate(inputPath);
        if (build === undefined || hasUserTransforms(config)) return render;
        // Eleventy neither keeps nor writes a page of which it gets nothing.
        return (data) => {
          const { outputPath } = data.page;
          if (outputPath === false) return render(data);
          return build.sink.addPage(outputPath, () => {
            try {
              return render(data);
            } catch (error) {
              throw new WorkError(`${inputPath}, writing ${outputPath}`, error);
            }
          });
        };
      },
    });
    const sink = build?.sink ?? new FolderSink(new WorkerThread(), CACHE_DIR);
    config.on('eleventy.before', ({ directories: { output } }) => sink.start(site, output));
    config.on('eleventy.after', () => sink.finish());
  };
}

/** Whether `.eleventy.ts` has a step that must see every page before it is written. */
function hasUserTransforms({ transforms, linters, htmlTransformer }: EleventyConfig): boolean {
  const names = Object.keys({ ...transforms, ...linters });
  return (
    names.some((name) => !name.startsWith('@11ty/')) || htmlTransformer.isTransformable('html', {})
  );
}

/** For Eleventy's own command: mistakes in the content are explained before it gives up. */
async function loadHere(): Promise<Site> {
  try {
    const thread = WorkerThread.startFor('content');
    return await loadSite({
      contentDir: 'content',
      publicDir: 'public',
      drafts: false,
      cards: true,
      imageProcessor: new ImageProcessor({ cache: CACHE, encodes: true }),
      thread,
    }).finally(() => thread.stop());
  } catch (error) {
    if (error instanceof ContentError) {
      console.error(formatProblems(error.problems, (file) => readFileSync(file, 'utf8')));
    }
    throw error;
  }
}
