/** What the owner of a blog may change in code: templates, and Eleventy's configuration. */
import type { Site } from '../site/model.ts';
import type { DataCascade } from './data-types.ts';
import type { PageSink } from './page-sink.ts';
import type { TemplateModule } from './program-types.ts';
import type { EleventyConfig } from './types.ts';

/** Eleventy's configuration. */
export const CONFIG = '.eleventy.ts';

/** Folder of the templates that become pages. */
export const PAGES_DIR = 'templates/pages';

export interface Project {
  readonly templates: Templates;
  /** The function that `.eleventy.ts` exports. */
  readonly configure: (config: EleventyConfig, build?: Build) => Promise<void>;
}

/** Compiled templates by path, such as `./templates/pages/post.11ty.tsx`. */
export type Templates = Readonly<Record<string, () => Promise<TemplateModule>>>;

/** A run of Eleventy over a site that is loaded already. */
export interface Build {
  readonly site: Site;
  readonly templates: Templates;
  /** Takes each page as soon as it can be rendered, so that Eleventy does not hold all of them to the end. */
  readonly sink: PageSink;
  /** Globs of templates to leave out. */
  readonly ignored?: readonly string[];
  /** Gets the data of every page before any is rendered. */
  readonly onData?: (data: DataCascade) => void;
}
