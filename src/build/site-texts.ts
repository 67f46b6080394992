/** Everything on a site that readers read, as texts in no order: decides which characters fonts have. */
import type { Content } from '../content/entries.ts';
import { interfaceText } from '../lib/language/language.ts';

/** @param bodies of the posts and pages */
export function* siteTexts(content: Content, bodies: readonly string[]): Generator<string> {
  const { posts, pages, texts, authors, tags, series, settings } = content;
  yield* bodies;
  yield* texts?.html.values() ?? [];
  for (const { comments = [] } of posts) yield JSON.stringify(comments);
  for (const { fields } of [...posts, ...pages, ...authors, ...tags, ...series])
    yield JSON.stringify(fields);
  yield* [...tags, ...series].map(({ name }) => name);
  yield JSON.stringify(settings);
  const languages = [...posts, ...pages].flatMap(({ fields }) => fields.language ?? []);
  for (const language of new Set([settings.language, ...languages])) yield interfaceText(language);
}
