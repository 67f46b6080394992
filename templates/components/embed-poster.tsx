/** Placeholder of an embed: a link that loads the frame on click, or opens its page without JavaScript. */
import type { VNode } from 'preact';
import type { EmbedPart } from '../../src/site/model.ts';
import { Picture } from './picture.tsx';

/** Icon paths by medium, 24 units wide and high. */
const ICONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    video: 'M8.5 5.5v13l10-6.5z',
    audio: 'M4 9.5v5h3.5l5 4v-13l-5 4zm11.5-.5a4.2 4.2 0 0 1 0 6m2.5-8.5a7.8 7.8 0 0 1 0 11',
    document: 'M6.5 3.5h7l4 4v13h-11zm7 0v4h4m-8 4h5m-5 3h5m-5 3h3',
    page: 'M3.5 5.5h17v13h-17zm0 4h17',
  }),
);

interface EmbedPosterProps {
  readonly embed: EmbedPart;
  /** Title of the page, which the placeholder does not show again. */
  readonly heading: string | undefined;
}

// A `span`, because a paragraph may contain an embed but not a `div`.
export function EmbedPoster({ embed, heading }: EmbedPosterProps): VNode {
  const { frame, page, site, title, medium, isIntroduced, poster } = embed;
  const isRepeated = isIntroduced || title === heading;
  return (
    <span class="embed">
      <a class={poster ? 'poster pictured' : 'poster'} href={page} data-frame={frame}>
        <Space embed={embed} />
        {poster && (
          <Picture picture={{ ...poster, attributes: { ...poster.attributes, loading: 'lazy' } }} />
        )}
        <span class="caption">
          <svg class="sign" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
            <path class={medium} d={ICONS.get(medium)} />
          </svg>
          <span class={isRepeated ? 'title sr-only' : 'title'}>{title}</span>{' '}
          <span class="site">{site}</span>
        </span>
      </a>
    </span>
  );
}

/** Reserves the frame's space; the security policy forbids inline styles. */
function Space({ embed: { width, height } }: { embed: EmbedPart }): VNode {
  if (width === undefined && height !== undefined)
    return <svg class="space" width="100%" height={height} aria-hidden="true" />;
  const [w, h] = width === undefined || height === undefined ? [16, 9] : [width, height];
  return <svg class="space" viewBox={`0 0 ${w} ${h}`} width={w} height={h} aria-hidden="true" />;
}
