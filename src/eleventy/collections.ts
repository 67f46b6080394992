/** Posts as items of Eleventy's collections, for templates that the owner has added. */
import { postContent } from '../outputs/feeds/content.ts';
import type { Post } from '../site/model.ts';
import type { CollectionApi, CollectionItem, PageData } from './data-types.ts';
import type { EleventyConfig } from './types.ts';

/** Creates `collections.all` and `collections.post`, and shows the posts to every `addCollection` callback. */
export function addPosts(config: EleventyConfig, posts: readonly Post[]): void {
  const collections = config.getCollections();
  collections['all'] ??= (api) => api.getAllSorted();
  collections['post'] ??= (api) => api.getFilteredByTag('post');
  const complete = new WeakSet<CollectionApi>();
  for (const [name, select] of Object.entries(collections)) {
    collections[name] = (api) => {
      if (!complete.has(api)) for (const post of posts) api.add(new PostItem(post));
      complete.add(api);
      return select(api);
    };
  }
}

/** A class, because Eleventy copies plain objects for every page. Liquid reads only own properties. */
class PostItem implements CollectionItem {
  /** With the site's base path, for links. */
  readonly url: string;
  readonly date: Date;
  readonly inputPath: string;
  readonly outputPath = false;
  readonly fileSlug: string;
  readonly filePathStem: string;
  readonly page: PageData;
  readonly data: CollectionItem['data'];
  readonly content: string;
  readonly templateContent: string;
  /** Empty: the model does not contain the Markdown. */
  readonly rawInput = '';

  constructor(post: Post) {
    const { slug, url, published } = post;
    this.url = url;
    this.content = postContent(post);
    this.templateContent = this.content;
    this.date = new Date(published.instant);
    this.fileSlug = slug;
    this.filePathStem = `/posts/${slug}/index`;
    this.inputPath = `./content/posts/${slug}/index.md`;
    const { date, inputPath, outputPath, fileSlug, filePathStem } = this;
    this.page = { url, date, inputPath, outputPath, fileSlug, filePathStem };
    this.data = {
      title: post.title,
      description: post.summary,
      date,
      tags: ['post', ...post.tags.map(({ text }) => text)],
      authors: post.authors.map(({ name }) => name),
      lang: post.language,
      image: post.image?.url,
      page: this.page,
      post,
    };
  }
}
