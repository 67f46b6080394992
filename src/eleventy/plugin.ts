/** Eleventy plugin: provides the site as data, TSX templates, and all other files of the site. */
import { readFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CACHE_DIR } from '../lib/cache.ts';
import { breathe } from '../lib/breathe.ts';
import { minifyScripts } from '../lib/minify-scripts.mjs';
import { inProgram } from '../lib/program.mjs';
import { CACHE, ImageProcessor } from '../outputs/images/image-processor.ts';
import { ContentError } from '../lib/problem.ts';
import { formatProblems } from '../report/text.ts';
import { WorkerThread } from '../build/worker-thread.ts';
import { addMinified } from '../lib/minified-scripts.ts';
import type { Site } from '../site/model.ts';
import { hasAddedTemplates } from './added-templates.ts';
import { addPosts } from './collections.ts';
import { FolderSink } from './folder-sink.ts';
import type { TemplateModule } from './program-types.ts';
import { CONFIG, PAGES_DIR, type Build, type Project } from './project.ts';
import { loadProject } from './load-project.ts';
import { makeStrict } from './strict-model.ts';
import { itemOf, withItem, withoutReused } from './reused-pages.ts';
import { TemplateError } from './template-error.ts';
import type { EleventyConfig } from './types.ts';

/** @param build absent under Eleventy's own command: the plugin then loads `content/` itself */
export function perennial(build?: Build): (config: EleventyConfig) => Promise<void> {
  return async (config) => {
    const site = build?.site ?? (await loadHere());
    // The compiler has checked the program's own templates.
    makeStrict(site, build?.isUnchecked ?? true);
    const shown = build?.sink.show(site) ?? site;
    const importTemplate = async (path: string): Promise<TemplateModule> => {
      const module = await (build?.templates[posix.relative(PAGES_DIR, path)]?.() ??
        import(pathToFileURL(resolve(path)).href));
      return build === undefined ? module : withoutReused(module, path, shown, build.sink);
    };
    // Its prototype also keeps Eleventy from copying it for every page, as it does plain objects.
    config.addGlobalData('site', shown);
    if (hasAddedTemplates()) config.on('eleventy.before', () => addPosts(config, site.posts));
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
        // Eleventy neither stores nor writes a page without content.
        return async (data) => {
          await breathe();
          const { outputPath } = data.page;
          if (outputPath === false) return render(data);
          const source = { template: inputPath, item: itemOf(data) };
          return build.sink.addPage(outputPath, source, (item) => {
            try {
              return render(withItem(data, item));
            } catch (error) {
              throw new TemplateError(inputPath, error);
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

/** Whether `.eleventy.ts` transforms or lints pages before they are written. */
function hasUserTransforms({ transforms, linters, htmlTransformer }: EleventyConfig): boolean {
  const names = Object.keys({ ...transforms, ...linters });
  return (
    names.some((name) => !name.startsWith('@11ty/')) || htmlTransformer.isTransformable('html', {})
  );
}

/** The project in the working folder, not bundled. */
const HERE: Project = {
  templates: {},
  configure: async (config, build) => {
    const { default: configure } = await import(pathToFileURL(resolve(CONFIG)).href);
    await configure(config, build);
  },
};

/** For Eleventy's own command, which would not print problems of the content. */
async function loadHere(): Promise<Site> {
  try {
    addMinified(await minifyScripts());
    const thread = WorkerThread.startFor('content');
    const options = {
      contentDir: 'content',
      publicDir: inProgram('public'),
      drafts: false,
      cards: true,
      imageProcessor: new ImageProcessor({ cache: CACHE, encodes: true }),
      thread,
    };
    return await loadProject(options, HERE).finally(() => thread.stop());
  } catch (error) {
    if (error instanceof ContentError) {
      console.error(formatProblems(error.problems, (file) => readFileSync(file, 'utf8')));
    }
    throw error;
  }
}
