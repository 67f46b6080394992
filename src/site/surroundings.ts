/** What a post's own page and language put around its text: neighbours, lists that it is in, dates. */
import type { PlannedPost } from '../addresses/plan-entries.ts';
import type { Plan } from '../addresses/plan.ts';
import type { PostDate } from '../lib/dates.ts';
import { wordsIn } from '../lib/language/language.ts';
import { langAttributes } from '../lib/language/tag.ts';
import type { Link, RelatedPost } from './model.ts';
import { partsOfSeries, seriesOf } from './series.ts';

/** For each post its edition, with the tags, the authors, the series and the neighbours in it. */
export function surroundingsOf({ editions }: Plan, siteLanguage: string) {
  const places = new Map(
    editions.flatMap((edition) => {
      const tags = new Map(edition.tags.map(({ name, url }) => [name, { text: name, url }]));
      const authors = new Map(
        edition.authors.map(({ name, url, canonical }) => [name, { name, url, canonical }]),
      );
      const series = new Map(edition.series.map((term) => [term.name, term]));
      const partsOf = partsOfSeries(edition);
      const link = (place: PlannedPost): Link => titleLink(place, edition.language, siteLanguage);
      return edition.posts.map((place, index, posts) => {
        const [newer, older] = [posts[index - 1], posts[index + 1]];
        const part = seriesOf(place, series, partsOf, link);
        return [
          place.address.path,
          { edition, tags, authors, series: part, newer, older },
        ] as const;
      });
    }),
  );
  return (place: PlannedPost) => {
    const found = places.get(place.address.path);
    if (found === undefined) throw new Error(`No edition has ${place.address.path}.`);
    return found;
  };
}

/** @param around language of the page */
export function linkTo(
  place: PlannedPost | undefined,
  around: string,
  siteLanguage: string,
): Link | undefined {
  return place && titleLink(place, around, siteLanguage);
}

export function relatedPost(
  place: PlannedPost,
  around: string,
  siteLanguage: string,
): Pick<RelatedPost, keyof Link | 'published'> {
  const published = dateIn(around, place.entry.fields.publishDate, siteLanguage);
  return { published, ...titleLink(place, around, siteLanguage) };
}

function titleLink({ entry, address }: PlannedPost, around: string, siteLanguage: string): Link {
  const lang = langAttributes(entry.fields.language ?? siteLanguage, around);
  return { text: entry.fields.title, url: address.url, lang };
}

/** Dates have been read in the language of the site. */
export function dateIn(language: string, date: PostDate, siteLanguage: string): PostDate {
  if (language === siteLanguage) return date;
  const [year, month, day] = [Number(date.year), Number(date.month), Number(date.day)];
  return { ...date, text: wordsIn(language).date({ year, month, day }) };
}
