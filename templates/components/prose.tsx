/** The body of a post or page. */
import type { VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import type { Piece, Site } from '../../src/site/model.ts';
import { EmbedPoster } from './embed-poster.tsx';
import { EmbedScript } from './embed-script.tsx';

interface ProseProps {
  readonly site: Site;
  readonly body: readonly Piece[];
  /** In addition to its own. */
  readonly class?: string;
}

export function Prose({ site, body, class: name }: ProseProps): VNode {
  return (
    <>
      <div class={name === undefined ? 'prose' : `${name} prose`}>
        {body.map((piece) =>
          typeof piece === 'string' ? jsxTemplate([piece]) : <EmbedPoster embed={piece} />,
        )}
      </div>
      {body.length > 1 && <EmbedScript site={site} />}
    </>
  );
}
