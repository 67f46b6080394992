/** Judges links to this site. */
import { canParseUrl } from '../lib/can-parse-url.ts';
import { basename } from 'node:path';
import type { Plan } from '../addresses/plan.ts';
import type { Addressed } from '../addresses/redirect.ts';
import { decodePath, encodePath, outputFile } from '../lib/paths.ts';
import { slugOf } from '../lib/slug.ts';
import { suggestName } from '../lib/suggest-name.ts';
import { COMMENTS_ANCHOR } from './archived-comments.ts';
import {
  isBeside,
  missingId,
  missingTarget,
  type Fault,
  type JudgedLink,
} from './link-messages.ts';
import type { LinkTargets, Unpublished } from './link-targets.ts';
import { NearestAddress } from './nearest-address.ts';
import type { BodyOf } from './posts.ts';

/** Ids of the layout. */
const COMMON_IDS = ['main'];
const BASE = 'https://x.invalid';

export class LinkJudge {
  readonly #plan: Plan;
  readonly #bodyOf: BodyOf;
  readonly #targets: LinkTargets;
  readonly #showsComments: boolean;
  /** What has a body, by output file. */
  readonly #places: ReadonlyMap<string, Addressed>;
  readonly #ids = new Map<Addressed, ReadonlySet<string>>();
  #nearest: NearestAddress | undefined;

  /** @param showsComments whether the comments of the old blog are on the pages */
  constructor(plan: Plan, targets: LinkTargets, bodyOf: BodyOf, showsComments: boolean) {
    this.#plan = plan;
    this.#bodyOf = bodyOf;
    this.#targets = targets;
    this.#showsComments = showsComments;
    this.#places = new Map(plan.entries.map((place) => [outputFile(place.address.path), place]));
  }

  /** @param from the post or page that has the link, if one has */
  faultOf(link: JudgedLink, from?: Addressed): Fault | undefined {
    const base = BASE + (from?.address ?? this.#plan.fixed.home).url;
    if (!canParseUrl(link.url, base)) return undefined;
    const { pathname, hash } = new URL(link.url, base);
    const { basePath } = this.#plan.links;
    const isLegacy = link.kind === 'legacy';
    // Another site may be above this one.
    if (!isLegacy && !`${pathname}/`.startsWith(`${basePath}/`)) return undefined;
    const encoded = isLegacy ? pathname : pathname.slice(basePath.length) || '/';
    const path = decodePath(encoded) ?? encoded;
    if (!isLegacy && this.#targets.has(path))
      return this.#faultOfFragment(link, path, hash.slice(1), from);
    return missingTarget(link, {
      unpublished: this.#targets.unpublished(path) ?? this.#unpublishedSibling(link),
      isGone: this.#targets.isGone(path),
      near: this.#near(link, path, from),
    });
  }

  /** https://html.spec.whatwg.org/#find-a-potential-indicated-element */
  #faultOfFragment(
    link: JudgedLink,
    path: string,
    fragment: string,
    from: Addressed | undefined,
  ): Fault | undefined {
    // What follows finds a text. https://wicg.github.io/scroll-to-text-fragment/#the-fragment-directive
    const id = fragment.replace(/:~:.*$/s, '');
    const place = this.#places.get(outputFile(path));
    if (id === '' || place === undefined || link.kind !== 'link') return undefined;
    const decoded = decodePath(id) ?? id;
    const ids = this.#idsOf(place);
    if (decoded.toLowerCase() === 'top' || ids.has(id) || ids.has(decoded)) return undefined;
    const slug = slugOf(decoded);
    return missingId(link, place === from, ids.has(slug) ? slug : suggestName(decoded, ids));
  }

  #idsOf(place: Addressed): ReadonlySet<string> {
    const known = this.#ids.get(place);
    if (known !== undefined) return known;
    const ids = new Set([...COMMON_IDS, ...this.#bodyOf(place).ids, ...this.#commentIds(place)]);
    this.#ids.set(place, ids);
    return ids;
  }

  #commentIds({ entry }: Addressed): readonly string[] {
    const comments = this.#showsComments ? (entry.comments ?? []) : [];
    return comments.length === 0 ? [] : [COMMENTS_ANCHOR, ...comments.map(({ id }) => id)];
  }

  /** The post that `../other-post/` names by its folder. */
  #unpublishedSibling({ written }: JudgedLink): Unpublished | undefined {
    const folder = /^\.\.\/([^/?#]+)/.exec(written)?.[1];
    if (folder === undefined) return undefined;
    return this.#plan.unpublished.find(({ entry }) => basename(entry.folder) === folder);
  }

  #near(link: JudgedLink, path: string, from: Addressed | undefined): string | undefined {
    const [file = ''] = link.written.split(/[?#]/);
    const files = (isBeside(link) && from?.entry.files) || [];
    const beside = suggestName(decodePath(file) ?? file, files);
    if (beside !== undefined) return encodePath(beside);
    this.#nearest ??= new NearestAddress(this.#targets.paths);
    const near = this.#nearest.of(path);
    return near && encodePath(near);
  }
}
