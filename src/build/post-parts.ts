/** Builds the posts of the model, with what its other parts share with them. */
import type { Addresses } from '../addresses/address.ts';
import type { Plan } from '../addresses/plan.ts';
import { linkResolver } from '../addresses/resolver.ts';
import type { Content, PostEntry } from '../content/entries.ts';
import { wordsIn } from '../lib/language/language.ts';
import type { Problems } from '../lib/problem.ts';
import { renderComment } from '../markdown/comment.ts';
import { EDITOR_FOLDER } from '../outputs/editor/page.ts';
import { commentArchives, type ArchiveOf } from '../site/archived-comments.ts';
import { earlierIds } from '../site/earlier-ids.ts';
import { listPictures, type PictureFor } from '../site/list-pictures.ts';
import { PostIds } from '../site/post-ids.ts';
import { postBuilder, type BuildPost } from '../site/posts.ts';
import type { Sharing } from '../site/sharing.ts';
import { sourceLinks } from '../site/source-links.ts';
import { writers } from '../site/writers.ts';
import { bodyIn, type AppliedImages } from './apply-images.ts';
import type { LoadOptions } from './load-options.ts';

/** Results of the steps before posts are built. */
export interface PostSteps extends AppliedImages {
  readonly content: Content;
  readonly plan: Plan;
  /** For each post the indexes of its related posts. */
  readonly related: readonly (readonly number[])[];
  readonly addresses: Addresses;
  readonly problems: Problems;
  readonly options: LoadOptions;
}

/** Builds posts, and what builds the other parts of the model too. */
interface PostParts {
  readonly sharing: Sharing;
  readonly earlier: ReadonlyMap<PostEntry, string>;
  readonly ids: PostIds;
  readonly archiveOf: ArchiveOf;
  readonly pictureFor: PictureFor;
  readonly buildPost: BuildPost;
}

export function postParts(steps: PostSteps): PostParts {
  const { content, plan, related, images, addresses, problems, options } = steps;
  const { settings } = content;
  const bodyOf = bodyIn(steps.bodies);
  const sharing = {
    ...{ settings, addresses, images: new Map(images.map((image) => [image.path, image])) },
    hasCards: options.cards === true,
    sourceOf: sourceLinks(settings.editUrl, options.contentDir, addresses.of(EDITOR_FOLDER).url),
  };
  const earlier = earlierIds(plan, options.previous ?? { pages: [] });
  const ids = new PostIds(new URL(settings.url).hostname, content.feedIds, earlier);
  const resolver = linkResolver(plan.links);
  const archiveOf = commentArchives(settings, bodyOf, (text, language) =>
    renderComment(text, wordsIn(language).body, resolver),
  );
  const pictureFor = listPictures(plan, settings, bodyOf, steps.pictureAt);
  const buildPost = postBuilder(
    plan,
    related,
    settings.language,
    bodyOf,
    ids,
    sharing,
    steps.coverAt,
    pictureFor,
    writers(content.authors, steps.portraitAt),
    archiveOf,
    problems,
  );
  return { sharing, earlier, ids, archiveOf, pictureFor, buildPost };
}
