/** The body of a post or page. */
import type { VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import { escapeAttribute, startTag } from '../../src/lib/html.ts';
import type { BodyPart, LangAttributes, Site } from '../../src/site/model.ts';
import { BodyImage } from './body-image.tsx';
import { EmbedPoster } from './embed-poster.tsx';
import { EmbedScript } from './embed-script.tsx';
import { Lightbox } from './lightbox.tsx';
import { once } from './once.ts';

interface ProseProps {
  readonly site: Site;
  readonly body: readonly BodyPart[];
  /** In addition to its own. */
  readonly class?: string;
  /** Set if the language differs from that of the page. */
  readonly lang?: LangAttributes;
  /** Title of the page. */
  readonly heading?: string;
}

export function Prose({ site, body, class: name, lang, heading }: ProseProps): VNode {
  return (
    <>
      <div class={name === undefined ? 'prose' : `${name} prose`} {...lang}>
        <BodyParts body={body} heading={heading} zoomLabel={site.words.body.fullSizeImage} />
      </div>
      {body.some(({ kind }) => kind === 'embed') && <EmbedScript site={site} />}
      {body.some(isZoomed) && once(site, 'lightbox', <Lightbox site={site} />)}
    </>
  );
}

function isZoomed(part: BodyPart): boolean {
  return part.kind === 'image' && part.larger !== undefined;
}

interface BodyPartsProps {
  readonly body: readonly BodyPart[];
  /** Name of links to images without a description; without it, images have no links. */
  readonly zoomLabel?: string;
  /** Title of the page. */
  readonly heading?: string | undefined;
}

/** One node for all HTML between two components: an element may start in one part and end in another. */
export function BodyParts({ body, zoomLabel, heading }: BodyPartsProps): VNode {
  let html = '';
  const before: string[] = [];
  const components: VNode[] = [];
  const add = (component: VNode): void => {
    before.push(html);
    components.push(component);
    html = '';
  };
  for (const part of body) {
    if (part.kind === 'embed') add(<EmbedPoster embed={part} heading={heading} />);
    else if (part.kind === 'address') html += escapeAttribute(part.address);
    else if (part.kind !== 'image') html += part.html;
    else if (part.sources.length + (part.columns - 1) > 0 || part.larger !== undefined)
      add(<BodyImage image={part} label={zoomLabel} />);
    else html += startTag('img', part.attributes, part.end);
  }
  return jsxTemplate([...before, html], ...components);
}
