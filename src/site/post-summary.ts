/** Posts as lists show them. */
import type { Post, PostSummary } from './model.ts';

/** The part of a post that lists may show, so that a page with a list does not depend on the texts of its posts. */
export function summaryOf(post: Post): PostSummary {
  const { path, url, canonical } = post;
  const { title, language, textLang, uiLang, published, updated } = post;
  const { summary, minutes, draft, scheduled, authors, tags, pinned } = post;
  return {
    ...{ path, url, canonical, title, language, textLang, uiLang, published, updated },
    ...{ summary, minutes, draft, scheduled, authors, tags, pinned },
  };
}
