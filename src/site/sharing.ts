/** Link previews, breadcrumbs and social cards. */
import type { Addresses } from '../addresses/address.ts';
import type { PlannedEdition } from '../addresses/editions.ts';
import type { PlannedPost } from '../addresses/plan-entries.ts';
import type { Plan } from '../addresses/plan.ts';
import type { SiteSettings } from '../content/site-schema.ts';
import { folderOf } from '../lib/paths.ts';
import { wordsIn } from '../lib/language/language.ts';
import type {
  Breadcrumb,
  Card,
  CardCover,
  CardDesign,
  Cards,
  Image,
  Post,
  Preview,
} from './model.ts';
import { namedFiles, ownPreview } from './post-image.ts';
import type { SourceOf } from './source-links.ts';

/** Pixels of a card. */
const SIZE = { width: 1200, height: 630 };

export interface Sharing {
  readonly settings: Pick<
    SiteSettings,
    'title' | 'description' | 'language' | 'comments' | 'share'
  >;
  readonly addresses: Addresses;
  /** By path. */
  readonly images: ReadonlyMap<string, Image>;
  /** Whether posts get social cards. */
  readonly hasCards: boolean;
  readonly sourceOf: SourceOf;
}

/** The post's social card. */
export function cardOf({ entry, card }: PlannedPost, { hasCards }: Sharing): Preview | undefined {
  return hasCards ? cardPreview(card.canonical, entry.fields.title) : undefined;
}

export function sitePreview({ siteCard }: Plan, { settings, hasCards }: Sharing) {
  return hasCards ? cardPreview(siteCard.canonical, settings.title) : undefined;
}

function cardPreview(url: string, alt: string): Preview {
  return { url, alt, size: SIZE, type: url.endsWith('.jpg') ? 'image/jpeg' : 'image/png' };
}

/** From the home page of its language by year and month to the post. */
export function breadcrumbsOf(
  { entry, address }: PlannedPost,
  { title, language, root }: PlannedEdition,
  { addresses }: Sharing,
): Breadcrumb[] {
  const { year, month } = entry.fields.publishDate;
  const words = wordsIn(language);
  return [
    { name: title, canonical: addresses.of(root).canonical },
    { name: words.year(Number(year)), canonical: addresses.of(`${root}${year}/`).canonical },
    {
      name: words.monthName(Number(month)),
      canonical: addresses.of(`${root}${year}/${month}/`).canonical,
    },
    { name: entry.fields.title, canonical: address.canonical },
  ];
}

/** Social cards of the posts without an image of their own, and of the site. */
export function buildCards(
  { posts: places, siteCard, editions }: Plan,
  posts: readonly Post[],
  { settings, images }: Sharing,
  design: CardDesign,
): Cards {
  const languages = new Map(
    editions.flatMap(({ language, posts: own }) => own.map((place) => [place, language])),
  );
  const cards = posts.flatMap(({ title, image, authors, published }, index): Card[] => {
    const place = places[index];
    if (place === undefined || ownPreview(place.entry, image) !== undefined) return [];
    const words = wordsIn(languages.get(place) ?? settings.language);
    const names = words.list(authors.map(({ name }) => name)).join('');
    const byline = names === '' ? '' : words.byline(names).join('');
    const cover = coverFile(place, images);
    return [{ path: place.card.path, title, byline, date: published.text, cover }];
  });
  const { title, description = '' } = settings;
  const ofSite = { path: siteCard.path, title, byline: description, date: '', cover: undefined };
  return { site: title, ...design, items: [...cards, ofSite] };
}

/** Only what a card is drawn from: all of it goes to another thread. */
function coverFile(
  { entry, address }: PlannedPost,
  images: Sharing['images'],
): CardCover | undefined {
  const { cover } = namedFiles(entry);
  const image = cover === undefined ? undefined : images.get(folderOf(address.path) + cover);
  if (image === undefined) return undefined;
  const { source, hash, type, width, height, frames } = image;
  return { source, hash, type, width, height, frames };
}
