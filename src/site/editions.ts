/** Builds the editions of a site: what the pages of each language show. */
import type { Addresses } from '../addresses/address.ts';
import type { PlannedEdition } from '../addresses/editions.ts';
import type { Plan } from '../addresses/plan.ts';
import type { Content } from '../content/entries.ts';
import { wordsIn } from '../lib/language/language.ts';
import { langAttributes, localeOf, rootLang } from '../lib/language/tag.ts';
import type { Problems } from '../lib/problem.ts';
import { buildYears, inYears } from './archives.ts';
import { checkLanguage } from './facts.ts';
import { buildHomePages } from './home-pages.ts';
import { buildListPages, type ListPages } from './list-pages.ts';
import type { PictureFor } from './list-pictures.ts';
import type { Edition, Page, Picture, Post, Site, SiteFacts } from './model.ts';
import { buildNavigation } from './navigation.ts';
import { summaryOf } from './post-summary.ts';
import { buildSeries } from './series.ts';
import { buildAuthors, buildTags, indexTags } from './taxonomies.ts';

interface Parts {
  readonly content: Content;
  readonly plan: Plan;
  /** Of the main edition. */
  readonly facts: SiteFacts;
  /** In the order of the plan. */
  readonly posts: readonly Post[];
  /** Introductions of the home pages included. */
  readonly pages: readonly Page[];
  readonly pictureFor: PictureFor;
  readonly addresses: Addresses;
  readonly portraitAt: (url: string) => Picture;
  /** URLs of fonts that pages in a language load first. */
  readonly preloadsIn: (language: string) => readonly string[];
}

/** The lists of all editions. */
type Lists = Pick<
  Site,
  | 'homePages'
  | 'tags'
  | 'tagIndex'
  | 'authors'
  | 'series'
  | 'seriesIndex'
  | 'years'
  | 'months'
  | 'languages'
  | 'editions'
  | 'languageAt'
> &
  ListPages;

export function buildEditions(parts: Parts): Lists {
  const { editions: planned } = parts.plan;
  const built = planned.map((edition) => buildEdition(edition, parts));
  const editions = built.map(({ edition }) => edition);
  const [, ...others] = editions.map((edition, index) => ({ edition, plan: planned[index] }));
  return {
    homePages: editions.flatMap(({ homePages }) => homePages),
    tags: editions.flatMap(({ tags }) => tags),
    tagIndex: editions[0]?.tagIndex ?? indexTags([]),
    authors: editions.flatMap(({ authors }) => authors),
    series: editions.flatMap(({ series }) => series),
    seriesIndex: editions.flatMap(({ seriesIndex }) => seriesIndex),
    years: editions.flatMap(({ years }) => years),
    months: editions.flatMap(({ months }) => months),
    tagPages: built.flatMap(({ pages }) => pages.tagPages),
    authorPages: built.flatMap(({ pages }) => pages.authorPages),
    seriesPages: built.flatMap(({ pages }) => pages.seriesPages),
    monthPages: built.flatMap(({ pages }) => pages.monthPages),
    furtherPages: built.flatMap(({ pages }) => pages.furtherPages),
    languages: planned.map(({ language }) => language),
    editions,
    languageAt: new Map(
      others.flatMap(({ edition, plan }) =>
        pagesOf(edition, plan?.root ?? '').map(({ path }) => [path, edition.facts.language]),
      ),
    ),
  };
}

function buildEdition(
  edition: PlannedEdition,
  parts: Parts,
): { readonly edition: Edition; readonly pages: ListPages } {
  const { content, plan, addresses, portraitAt, pictureFor } = parts;
  const { language, root, fixed, feeds, seriesIndex } = edition;
  const { settings } = content;
  const isOnly = plan.editions.length === 1;
  const words = wordsIn(language);
  const shown = new Set(edition.posts.map(({ address }) => address.path));
  const posts = isOnly ? parts.posts : parts.posts.filter(({ path }) => shown.has(path));
  const listed = posts.map(summaryOf);
  const years = buildYears(listed, pictureFor, words, addresses, root);
  const tags = buildTags(edition.tags, listed, content.tags);
  const authors = buildAuthors(edition.authors, listed, content.authors, words, portraitAt);
  const series = buildSeries(edition, listed, content.series);
  const months = years.flatMap((year) => year.months);
  const pages = buildListPages({ tags, authors, series, months }, words, addresses, (onPage) =>
    inYears(onPage, words, addresses, root),
  );
  const ours = new Set(
    plan.pages
      .filter(({ entry }) => plan.editionOf(entry) === edition)
      .map(({ address }) => address.path),
  );
  const built = {
    facts: root === '/' ? parts.facts : factsIn(edition, parts),
    ...{ words, fixed, feeds, posts },
    homePages: buildHomePages({
      ...{ posts: listed, authors, settings, pictureFor, words, addresses, root },
    }),
    ...{ tags, tagIndex: indexTags(tags), authors, series, seriesIndex, years, months },
    furtherPages: pages.furtherPages,
    pages: parts.pages.filter(({ path }) => ours.has(path)),
    introduction: parts.pages.find(({ path }) => path === root),
  };
  return { edition: built, pages };
}

function factsIn(
  edition: PlannedEdition,
  { facts, plan, content, addresses, preloadsIn }: Parts,
): SiteFacts {
  const { language, title, description = '', fixed } = edition;
  return {
    ...{ ...facts, title, description, language },
    brand: { ...facts.brand, preloads: preloadsIn(language) },
    locale: localeOf(language),
    siteLang: rootLang(language),
    slotLang: langAttributes(content.settings.language, language),
    url: fixed.home.canonical,
    navigation: buildNavigation(edition, plan, content, addresses),
  };
}

/** Every page whose interface is in the language of the edition. */
function pagesOf(edition: Edition, root: string): { readonly path: string }[] {
  const { posts, homePages, furtherPages, years, months, pages, fixed } = edition;
  const terms = [...edition.tags, ...edition.authors, ...edition.series];
  const lists = [...homePages, ...terms, ...years, ...months, ...furtherPages];
  const indexes = Object.values(fixed).filter(({ path }) => path.startsWith(root));
  return [...posts, ...pages, ...lists, ...indexes, ...edition.seriesIndex];
}

/** Reports declared languages without interface text or posts. */
export function checkEditions(
  { settings }: Content,
  { editions, unpublished, languageFor }: Plan,
  file: string,
  problems: Problems,
): void {
  for (const { tag, field } of settings.languages) {
    if (tag === settings.language) continue;
    checkLanguage(tag, { file, field }, problems);
    if (editions.some(({ language }) => language === tag)) continue;
    const isDue = unpublished.some(({ entry }) => languageFor(entry) === tag);
    problems.warn({
      file,
      field,
      code: 'language-without-posts',
      message: `No post is published in "${tag}", so the site has no home page in it yet.`,
      hint: isDue
        ? 'Publish a post in it, or wait until one is due.'
        : `Write \`language: ${tag}\` into the front matter of its posts, or remove it here.`,
    });
  }
}
