/** The body of a post or page. */
import type { VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import { escapeAttribute, startTag } from '../../src/lib/html.ts';
import type { BodyPart, LangAttributes, Site } from '../../src/site/model.ts';
import { EmbedPoster } from './embed-poster.tsx';
import { EmbedScript } from './embed-script.tsx';
import { Picture } from './picture.tsx';

interface ProseProps {
  readonly site: Site;
  readonly body: readonly BodyPart[];
  /** In addition to its own. */
  readonly class?: string;
  /** Set if the language differs from that of the page. */
  readonly lang?: LangAttributes;
}

export function Prose({ site, body, class: name, lang }: ProseProps): VNode {
  return (
    <>
      <div class={name === undefined ? 'prose' : `${name} prose`} {...lang}>
        <BodyParts body={body} />
      </div>
      {body.some(({ kind }) => kind === 'embed') && <EmbedScript site={site} />}
    </>
  );
}

/** One node for all HTML between two components: an element may start in one part and end in another. */
export function BodyParts({ body }: { body: readonly BodyPart[] }): VNode {
  let html = '';
  const before: string[] = [];
  const components: VNode[] = [];
  const add = (component: VNode): void => {
    before.push(html);
    components.push(component);
    html = '';
  };
  for (const part of body) {
    if (part.kind === 'embed') add(<EmbedPoster embed={part} />);
    else if (part.kind === 'address') html += escapeAttribute(part.address);
    else if (part.kind !== 'image') html += part.html;
    else if (part.sources.length > 0) add(<Picture picture={part} />);
    else html += startTag('img', part.attributes, part.end);
  }
  return jsxTemplate([...before, html], ...components);
}
