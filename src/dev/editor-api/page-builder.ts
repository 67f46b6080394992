/** Builds pages of texts that are not saved, and finds what a deletion would break. */
import { dirname } from 'node:path';
import type { Problem } from '../../lib/problem.ts';
import { displayPath } from '../../lib/user-folder.ts';
import type { Builder } from '../builder.ts';

/** The page of a text that is not saved. */
export interface UnsavedPage {
  /** Absent if the text has no page. */
  readonly url: string | undefined;
  readonly html: string | undefined;
  /** Of its file alone. */
  readonly problems: readonly Problem[];
}

/** What the editor asks for. */
export interface Pages {
  readonly unsavedPage: (path: string, text: string) => Promise<UnsavedPage>;
  readonly linksLostWithout: (path: string) => Promise<readonly Problem[]>;
}

/** What it builds with. */
export type SiteLoader = Pick<Builder, 'draftPage' | 'filesOf' | 'load'>;

export class PageBuilder implements Pages {
  readonly #loader: SiteLoader;

  constructor(loader: SiteLoader) {
    this.#loader = loader;
  }

  /**
   * The page of a text, whether it has errors or not. A post of the last site takes a moment,
   * another text as long as a build with everything in memory.
   * @param path of the file of a post or page, which may not exist
   * @throws errors of templates
   */
  async unsavedPage(path: string, text: string): Promise<UnsavedPage> {
    const known = await this.#loader.draftPage(dirname(path), text);
    if (known !== undefined) return { ...known, url: known.post.url };
    const unsaved = { path, text };
    const { site, problems, drafts } = await this.#loader.load({ unsaved, editor: undefined });
    const files = await this.#loader.filesOf(site);
    const url = drafts.urlOf(path);
    const page = url === undefined ? undefined : files.at(url.slice(files.basePath.length));
    return {
      url,
      html: page?.kind === 'file' ? String(page.content) : undefined,
      problems: problems.filter(({ file }) => file === displayPath(path)),
    };
  }

  /**
   * Links of other texts that would lead nowhere without a post or page.
   * @param path of its file
   */
  async linksLostWithout(path: string): Promise<readonly Problem[]> {
    const { problems: now } = await this.#loader.load({ editor: undefined });
    const unsaved = { path, text: undefined };
    const { problems } = await this.#loader.load({ unsaved, editor: undefined });
    const known = new Set(now.map((problem) => JSON.stringify(problem)));
    return problems.filter(
      (problem) => /^(?:link|redirect)-/.test(problem.code) && !known.has(JSON.stringify(problem)),
    );
  }
}
