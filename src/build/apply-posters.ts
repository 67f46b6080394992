/** Fetches poster images for embedded videos if the settings allow it. */
import type { Addressed } from '../addresses/redirect.ts';
import type { Plan } from '../addresses/plan.ts';
import { encodePath, HASHED_FOLDER } from '../lib/paths.ts';
import type { Problem, Problems } from '../lib/problem.ts';
import type { Body } from '../markdown/body.ts';
import { runLimited } from '../lib/run-limited.ts';
import { count } from '../lib/wording.ts';
import type { PosterFinder } from '../outputs/posters/poster-finder.ts';
import { posterSource } from '../outputs/posters/poster-sources.ts';
import type { Asset, EmbedPart } from '../site/model.ts';
import type { BodyOf } from '../site/posts.ts';
import type { AppliedImages } from './apply-images.ts';

/** Fills the column; see `embeds.css`. */
const SIZES = '(max-width: 54rem) 90vw, 592px';

/** Pictures that were found. */
export class Posters {
  /** Each once: several frames may show one video. */
  readonly files: readonly Asset[];
  /** By the address of the frame. */
  readonly #byFrame: ReadonlyMap<string, Asset>;

  constructor(byFrame: ReadonlyMap<string, Asset>) {
    this.#byFrame = byFrame;
    this.files = [...new Map([...byFrame.values()].map((asset) => [asset.path, asset])).values()];
  }

  /** @param basePath of the site, without a slash at the end */
  apply(applied: AppliedImages, basePath: string): AppliedImages {
    if (this.files.length === 0) return applied;
    const shown = (embed: EmbedPart): EmbedPart => {
      const path = this.#byFrame.get(embed.frame)?.path;
      const poster = path && applied.pictureAt(basePath + encodePath(path), SIZES);
      return poster ? { ...embed, poster } : embed;
    };
    const withPosters = (body: Body): Body => ({
      ...body,
      parts: body.parts.map((part) => (part.kind === 'embed' ? shown(part) : part)),
    });
    return {
      ...applied,
      bodies: new Map([...applied.bodies].map(([file, body]) => [file, withPosters(body)])),
      applyTo: (body, isWide) => withPosters(applied.applyTo(body, isWide)),
    };
  }
}

/**
 * Asks for the pictures that the cache lacks. Reports videos without one.
 * @param finder absent if other sites must not be asked
 * @param settingsFile display path
 */
export async function findPosters(
  { entries }: Pick<Plan, 'entries'>,
  bodyOf: BodyOf,
  finder: PosterFinder | undefined,
  settingsFile: string,
  problems: Problems,
): Promise<Posters> {
  const posters = new Map<string, Asset>();
  if (finder === undefined) return new Posters(posters);
  const missing: Omit<Problem, 'severity'>[] = [];
  const unreachable = new Map<string, { readonly reason: string; count: number }>();
  const embeds = entries.flatMap((place) => embedsOf(place, bodyOf));
  await runLimited(embeds, async ({ file, embed }) => {
    const source = posterSource(embed.frame);
    if (source === undefined) return;
    const found = await finder.find(source);
    if ('file' in found) {
      const path = `${HASHED_FOLDER}poster-${found.name}`;
      posters.set(embed.frame, { source: found.file, path });
    } else if (found.host === undefined)
      missing.push(missingPicture(file, embed.page, source.id, found.reason));
    else {
      const before = unreachable.get(found.host)?.count ?? 0;
      unreachable.set(found.host, { reason: found.reason, count: before + 1 });
    }
  });
  // They arrive in any order.
  const inOrder = missing.toSorted((a, b) =>
    `${a.file} ${a.message}` < `${b.file} ${b.message}` ? -1 : 1,
  );
  for (const problem of inOrder) problems.warn(problem);
  for (const [host, { reason, count: videos }] of [...unreachable].toSorted())
    problems.warn({
      code: 'embed-posters-unreachable',
      file: settingsFile,
      field: 'embeds',
      message: `${host} gives no pictures, because ${reason}: ${count(videos, 'video has', 'videos have')} a drawn one.`,
      hint: 'Build again when that site can be reached.',
    });
  return new Posters(posters);
}

function embedsOf(place: Addressed, bodyOf: BodyOf) {
  const { file } = place.entry;
  return bodyOf(place).parts.flatMap((part) =>
    part.kind === 'embed' ? [{ file, embed: part }] : [],
  );
}

function missingPicture(file: string, page: string, near: string, reason: string) {
  return {
    ...{ code: 'embed-poster-missing', file, near },
    message: `The video ${page} has a drawn picture, because that of its site cannot be had: ${reason}.`,
    hint: 'Open that page: if the video is gone, link to another one.',
  };
}
