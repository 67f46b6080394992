/** Builds one post of a loaded site once more, after its text has changed. */
import { basename, resolve } from 'node:path';
import { loadPost } from '../content/load-content.ts';
import { Problems, type Problem } from '../lib/problem.ts';
import { Store } from '../lib/store.ts';
import { displayPath } from '../lib/user-folder.ts';
import { NO_BODY } from '../markdown/body.ts';
import { checkLinksOf, type Targets } from '../site/check-links.ts';
import type { Post } from '../site/model.ts';
import { bodyIn } from './apply-images.ts';
import { BodyRenderer } from './body-renderer.ts';
import { locate } from './locate-lazily.ts';
import { postParts, type PostSteps } from './post-parts.ts';
import { WorkerThread } from './worker-thread.ts';

export interface DraftPost {
  /** At the address that it has in the loaded site, even if the new text gives it another. */
  readonly post: Post;
  /** Of its file alone. */
  readonly problems: readonly Problem[];
}

export class DraftPosts {
  readonly #steps: PostSteps;
  readonly #targets: Targets;

  /** @param steps of the load, and the targets of its links */
  constructor(steps: PostSteps, targets: Targets) {
    this.#steps = steps;
    this.#targets = targets;
  }

  /**
   * URL of a page of the loaded site.
   * @param path of the file of a post or page
   */
  urlOf(path: string): string | undefined {
    const wanted = displayPath(path);
    return this.#steps.plan.entries.find(({ entry }) => entry.file === wanted)?.address.url;
  }

  /**
   * Lists, feeds and other pages stay as they are. An image that is new to the site has no size yet.
   * @param folder of the post
   * @param text of its `index.md`, if it is not saved; default: what the file holds
   * @returns `undefined` if the loaded site does not show the post
   */
  async build(folder: string, text?: string): Promise<DraftPost | undefined> {
    const { plan, content, bodies, applyTo } = this.#steps;
    const { settings } = content;
    const wanted = resolve(folder);
    const index = plan.posts.findIndex(({ entry }) => resolve(entry.folder) === wanted);
    const earlier = plan.posts[index];
    if (earlier === undefined) return undefined;
    const read = loadPost(
      { slug: basename(wanted), folder, ...(text !== undefined && { unsaved: text }) },
      settings,
    );
    const { file } = read.entry;
    const renderer = new BodyRenderer(new WorkerThread(), new Store());
    renderer.add(read.entry, read.body, settings);
    const rendered = await renderer.finish(plan.links, new Map([[file, earlier.address.url]]));
    const body = applyTo(rendered.get(file) ?? NO_BODY, false);
    const problems = new Problems();
    problems.add([...read.problems, ...body.problems]);
    const place = { ...earlier, entry: read.entry };
    const changed = {
      plan: { ...plan, posts: plan.posts.with(index, place) },
      bodies: new Map([...bodies, [file, body]]),
    };
    const post = postParts({ ...this.#steps, ...changed, problems }).buildPost(place, index);
    checkLinksOf(place, { ...this.#targets, bodyOf: bodyIn(changed.bodies) }, problems);
    const textOf = text === undefined ? undefined : () => text;
    return { post, problems: await locate(problems.all, textOf) };
  }
}
