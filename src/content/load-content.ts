/** Loads and validates a content folder. Collects every problem instead of stopping at the first. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { mapBreathing } from '../lib/breathe.ts';
import type { Problems } from '../lib/problem.ts';
import type { AuthorEntry, Content, PageEntry, PostEntry, TermEntry } from './entries.ts';
import { checkLimits } from './check-limits.ts';
import { checkLanguages } from './check-languages.ts';
import { checkSeries } from './check-series.ts';
import { checkTitles } from './check-titles.ts';
import { displayPath } from '../lib/user-folder.ts';
import type { ContentFiles, PostFolder } from './find-content.ts';
import { suggestName } from '../lib/suggest-name.ts';
import { pageReader, postReader, type Parsed, type ReadResult } from './read-markdown.ts';
import { checkFeedIds, readFeedIds } from './read-feed-ids.ts';
import { checkTerms, readTerms, SERIES, TAGS } from './read-terms.ts';
import { originalsOf } from './translations.ts';
import { readAuthor, readRedirects, readSettings } from './read-settings.ts';
import { readSiteTexts } from './site-texts.ts';
import { typesetFields, typesetSettings } from './typeset-fields.ts';
import type { PageFields } from './page-schema.ts';
import type { PostFields } from './post-schema.ts';
import type { SiteSettings } from './site-schema.ts';
import { DateReader } from '../lib/dates.ts';
import { Store } from '../lib/store.ts';

/** Parsed files of earlier loads. */
export interface ContentCache {
  readonly posts: Store<Parsed<PostFields>>;
  readonly pages: Store<Parsed<PageFields>>;
}

/** Receives a text and its Markdown. */
export type OnEntry = (entry: PostEntry | PageEntry, body: string, settings: SiteSettings) => void;

/**
 * Reads `files` of `contentDir`. Invalid values are left out or replaced by placeholders, so the
 * content is complete only if `problems` has no errors.
 * @param onEntry receives every post and page as soon as it is read
 * @param cache results of earlier loads; unchanged files are not parsed again
 */
export async function loadContent(
  contentDir: string,
  files: ContentFiles,
  onEntry: OnEntry,
  problems: Problems,
  cache: ContentCache = { posts: new Store(), pages: new Store() },
): Promise<Content> {
  if (!existsSync(contentDir)) reportMissing(contentDir, problems);
  else if (files.posts.length === 0) reportNoPosts(contentDir, problems);
  const { fields, invalidFields } = readSettings(contentDir, problems);
  const settings = typesetSettings(fields);
  const authors = files.authors
    .map((path) => readAuthor(path, problems))
    .filter((author) => author !== undefined)
    .map((author) => typesetFields(author, ['bio'], settings));
  const emit = <Entry extends PostEntry | PageEntry>(read: ReadResult<Entry>) => {
    const { entry, body, problems: own } = read;
    onEntry(entry, body, settings);
    return { entry, problems: own };
  };
  const texts = readSiteTexts(contentDir, settings, problems);
  for (const text of texts.entries) onEntry(text, text.body, settings);
  const setDescription = (term: TermEntry) => typesetFields(term, ['description'], settings);
  const dates = new DateReader(settings.timeZone, settings.language);
  const readPage = pageReader(cache.pages, settings, dates);
  const pages = files.pages.map((file) => emit(readPage(file)));
  const readPost = postReader(dates, cache.posts, settings);
  const posts = await mapBreathing(files.posts, (folder) => emit(readPost(folder)));
  const [readPosts, readPages] = [collect(posts, problems), collect<PageEntry>(pages, problems)];
  const content = {
    settings,
    posts: readPosts,
    pages: readPages,
    texts,
    authors,
    tags: readTerms(TAGS, contentDir, problems).map(setDescription),
    series: readTerms(SERIES, contentDir, problems).map(setDescription),
    originals: originalsOf(readPosts, readPages, settings.language, problems),
    redirects: readRedirects(contentDir, problems),
    feedIds: readFeedIds(contentDir, problems),
    invalidSettings: invalidFields,
  };
  checkTitles(content.posts, problems);
  checkLanguages(settings, displayPath(join(contentDir, 'site.yaml')), problems);
  checkLimits(content.posts, settings, displayPath(join(contentDir, 'site.yaml')), problems);
  checkTerms(TAGS, content.tags, content.posts, problems);
  checkTerms(SERIES, content.series, content.posts, problems);
  checkSeries(content.posts, settings, problems);
  checkFeedIds(contentDir, content.feedIds, content.posts, problems);
  checkAuthors(content, authors.length === files.authors.length, problems);
  return content;
}

/** Reads one post as `loadContent` does. */
export function loadPost(folder: PostFolder, settings: SiteSettings): ReadResult<PostEntry> {
  const dates = new DateReader(settings.timeZone, settings.language);
  return postReader(dates, new Store(), settings)(folder);
}

function collect<Entry>(
  results: readonly Omit<ReadResult<Entry>, 'body'>[],
  problems: Problems,
): Entry[] {
  // Pages share a folder, so each of them reports the same problems with its files.
  const unique = new Map(
    results
      .flatMap((result) => result.problems)
      .map((problem) => [JSON.stringify(problem), problem]),
  );
  problems.add(unique.values());
  return results.map(({ entry }) => entry);
}

function reportMissing(contentDir: string, problems: Problems): void {
  problems.error({
    code: 'content-missing',
    file: displayPath(contentDir),
    message: 'The content folder does not exist.',
    hint: 'Create it, or choose another one with `--content DIR`.',
  });
}

function reportNoPosts(contentDir: string, problems: Problems): void {
  problems.warn({
    code: 'posts-missing',
    file: displayPath(join(contentDir, 'posts')),
    message: 'There are no posts, so the blog is empty.',
    hint: 'Create a folder for each post in `posts`, with its text in `index.md`.',
  });
}

/**
 * Reports authors of posts without an author file: a probable typo is an error, any other unknown
 * name one warning.
 * @param isComplete false if an author file could not be read
 */
function checkAuthors(
  { posts, authors, settings, invalidSettings }: Content,
  isComplete: boolean,
  problems: Problems,
): void {
  const isCertain = isComplete && invalidSettings?.includes('anonymousAuthors') !== true;
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
        message: `The author "${name}" is already described in ${other.file}.`,
        hint: 'Keep only one of the two files.',
      });
    }
  }
  const accepted = new Set([...known.keys(), ...settings.anonymousAuthors]);
  for (const post of posts) {
    for (const name of post.fields.author) {
      if (accepted.has(name)) continue;
      const meant = suggestName(name, known.keys());
      if (meant !== undefined || isCertain) reportAuthor(post, name, meant, problems);
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
      message: `No file in \`authors\` describes "${name}", so the author's page shows only the name.`,
      hint: `Add a file such as \`authors/name.json\` with \`{ "name": ${JSON.stringify(name)} }\`.`,
    });
  } else {
    problems.error({
      ...place,
      code: 'author-misspelt',
      message: `There is no author "${name}"; did you mean "${meant}"?`,
      hint: `Write \`author: ${meant}\`, or add a file for "${name}" to \`authors\`.`,
    });
  }
}
