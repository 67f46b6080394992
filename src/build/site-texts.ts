/** Everything on a site that readers read, as texts in no order: decides which characters fonts have. */
import type { Content } from '../content/entries.ts';
import { interfaceText } from '../lib/language/language.ts';

export function* siteTexts({ posts, pages, authors, tags, settings }: Content): Generator<string> {
  for (const { body } of [...posts, ...pages]) yield body;
  for (const { fields } of [...posts, ...pages, ...authors, ...tags]) yield JSON.stringify(fields);
  yield* tags.map(({ name }) => name);
  yield JSON.stringify(settings);
  yield interfaceText(settings.language);
}
