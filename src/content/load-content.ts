/** Reads and validates a whole content folder: every file, every problem, then one value. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Problems } from '../lib/problem.ts';
import type { AuthorEntry, Content, PageEntry, PostEntry } from './entries.ts';
import { checkTitles } from './check-titles.ts';
import { displayPath, type ContentFiles } from './files.ts';
import { nearestName } from './near-miss.ts';
import { pageReader, postReader, type Parsed, type ReadResult } from './read-markdown.ts';
import { checkFeedIds, readFeedIds } from './read-feed-ids.ts';
import { readAuthor, readRedirects, readSettings } from './read-settings.ts';
import type { PageFields } from './page-schema.ts';
import type { PostFields } from './post-schema.ts';
import type { SiteSettings } from './site-schema.ts';
import { DateReader } from '../lib/dates.ts';
import { Store } from '../lib/store.ts';

/** Parsed texts of earlier loads. */
export interface ContentCache {
  readonly posts: Store<Parsed<PostFields>>;
  readonly pages: Store<Parsed<PageFields>>;
}

/**
 * Everything of `contentDir`, read from `files`. What is invalid is left out and named in
 * `problems`; the content is whole only when they hold no error.
 * @param onEntry receives every post and page as soon as it is read
 * @param cache of an earlier call: a text that has not changed is not parsed again
 */
export function loadContent(
  contentDir: string,
  files: ContentFiles,
  onEntry: (entry: PostEntry | PageEntry, settings: SiteSettings) => void,
  problems: Problems,
  cache: ContentCache = { posts: new Store(), pages: new Store() },
): Content {
  if (!existsSync(contentDir)) reportMissing(contentDir, problems);
  else if (files.posts.length === 0) reportNoPosts(contentDir, problems);
  const { fields: settings, invalidFields } = readSettings(contentDir, problems);
  const authors = files.authors
    .map((path) => readAuthor(path, problems))
    .filter((author) => author !== undefined);
  const told = (entry: PostEntry | PageEntry) => onEntry(entry, settings);
  const readPage = pageReader(cache.pages);
  const pages = files.pages.map((path) => tell(readPage(path), told));
  const { timeZone, language } = settings;
  const readPost = postReader(new DateReader(timeZone, language), cache.posts);
  const posts = files.posts.map((folder) => tell(readPost(folder), told));
  const content = {
    settings,
    posts: collect(posts, problems),
    pages: collect<PageEntry>(pages, problems),
    authors,
    redirects: readRedirects(contentDir, problems),
    feedIds: readFeedIds(contentDir, problems),
    invalidSettings: invalidFields,
  };
  checkTitles(content.posts, problems);
  checkFeedIds(contentDir, content.feedIds, content.posts, problems);
  checkAuthors(content, authors.length === files.authors.length, problems);
  return content;
}

function tell<Entry>(
  result: ReadResult<Entry>,
  onEntry: (entry: Entry) => void,
): ReadResult<Entry> {
  onEntry(result.entry);
  return result;
}

function collect<Entry>(results: readonly ReadResult<Entry>[], problems: Problems): Entry[] {
  // Pages share a folder, and what is wrong with it is found by each of them.
  const said = new Set<string>();
  for (const problem of results.flatMap((result) => result.problems)) {
    const text = JSON.stringify(problem);
    if (!said.has(text)) problems.add([problem]);
    said.add(text);
  }
  return results.map(({ entry }) => entry);
}

function reportMissing(contentDir: string, problems: Problems): void {
  problems.error({
    code: 'content-missing',
    file: displayPath(contentDir),
    message: 'There is no such content folder.',
    hint: 'Create it, or name another one with `--content DIR`.',
  });
}

function reportNoPosts(contentDir: string, problems: Problems): void {
  problems.warn({
    code: 'posts-missing',
    file: displayPath(join(contentDir, 'posts')),
    message: 'There are no posts, so the site is a blog without any.',
    hint: 'Make a folder for each post in `posts`, with its text in a file `index.md`.',
  });
}

/**
 * A byline that nobody answers to: a slip of the pen is an error, a stranger is mentioned once.
 * @param areKnown false when the name of some author could not be read
 */
function checkAuthors(
  { posts, authors, settings, invalidSettings }: Content,
  areKnown: boolean,
  problems: Problems,
): void {
  const mayBeKnown = !areKnown || invalidSettings?.includes('anonymousAuthors') === true;
  const known = new Map<string, AuthorEntry>();
  for (const author of authors) {
    const { name } = author.fields;
    const other = known.get(name);
    if (other === undefined) known.set(name, author);
    else {
      problems.error({
        file: author.file,
        field: 'name',
        code: 'author-duplicate',
        message: `The author "${name}" is described in ${other.file} already.`,
        hint: 'Keep one of the two files.',
      });
    }
  }
  const accepted = new Set([...known.keys(), ...settings.anonymousAuthors]);
  for (const post of posts) {
    for (const name of post.fields.author) {
      if (accepted.has(name)) continue;
      const meant = nearestName(name, known.keys());
      if (meant !== undefined || !mayBeKnown) reportAuthor(post, name, meant, problems);
      accepted.add(name);
    }
  }
}

function reportAuthor(
  post: PostEntry,
  name: string,
  meant: string | undefined,
  problems: Problems,
): void {
  const place = { file: post.file, field: 'author' };
  if (meant === undefined) {
    problems.warn({
      ...place,
      code: 'author-unknown',
      message: `No file in \`authors\` describes "${name}"; the author's page shows the name alone.`,
      hint: `Add a file such as \`authors/name.json\` with \`{ "name": ${JSON.stringify(name)} }\`.`,
    });
  } else {
    problems.error({
      ...place,
      code: 'author-misspelt',
      message: `No author is called "${name}"; did you mean "${meant}"?`,
      hint: `Write \`author: ${meant}\`, or add a file for "${name}" to \`authors\`.`,
    });
  }
}
