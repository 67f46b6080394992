/** Where video sites have the pictures of their videos. */
import { ownValue } from '../../lib/own-value.ts';

export interface PosterSource {
  /** Id of the video, as it is written in addresses. */
  readonly id: string;
  /** Addresses of the picture, the best first. */
  readonly images: readonly string[];
  /** Address of a document that names the picture. https://oembed.com/ */
  readonly document?: string;
}

type SourceOf = (frame: URL) => PosterSource | undefined;

/** `maxresdefault` is missing for old and small videos. */
function youtube({ pathname }: URL): PosterSource | undefined {
  const id = /^\/embed\/(?!videoseries$)([\w-]+)$/.exec(pathname)?.[1];
  const start = `https://i.ytimg.com/vi/${id}/`;
  return id === undefined
    ? undefined
    : { id, images: [`${start}maxresdefault.jpg`, `${start}hqdefault.jpg`] };
}

/** https://developer.vimeo.com/api/oembed/videos */
function vimeo({ pathname, searchParams }: URL): PosterSource | undefined {
  const id = /^\/video\/(\d+)$/.exec(pathname)?.[1];
  if (id === undefined) return undefined;
  const secret = searchParams.get('h');
  const page = `https://vimeo.com/${id}${secret === null ? '' : `/${secret}`}`;
  const query = new URLSearchParams({ url: page, width: '1280' });
  return { id, images: [], document: `https://vimeo.com/api/oembed.json?${query}` };
}

/** https://developers.dailymotion.com/guides/thumbnails/ */
function dailymotion({ pathname, searchParams }: URL): PosterSource | undefined {
  const id = /^\/embed\/video\/(\w+)$/.exec(pathname)?.[1] ?? searchParams.get('video');
  return id === null || !/^\w+$/.test(id)
    ? undefined
    : { id, images: [`https://www.dailymotion.com/thumbnail/video/${id}`] };
}

/** https://docs.joinpeertube.org/api-rest-reference.html */
function peertube({ origin, pathname }: URL): PosterSource | undefined {
  const id = /^\/videos\/embed\/([\w-]+)$/.exec(pathname)?.[1];
  const query = new URLSearchParams({ url: `${origin}/w/${id}`, format: 'json' });
  return id === undefined
    ? undefined
    : { id, images: [], document: `${origin}/services/oembed?${query}` };
}

const SOURCES: Readonly<Record<string, SourceOf>> = {
  'www.youtube-nocookie.com': youtube,
  'player.vimeo.com': vimeo,
  'www.dailymotion.com': dailymotion,
  'geo.dailymotion.com': dailymotion,
  'peertube.tv': peertube,
};

/** @param frame address of a frame, as pages have it; `undefined` for one without a known picture */
export function posterSource(frame: string): PosterSource | undefined {
  const url = new URL(frame);
  return ownValue(SOURCES, url.hostname)?.(url);
}
