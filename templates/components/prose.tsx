/** The body of a post or page. */
import type { VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import type { Embed, Piece, Site } from '../../src/site/model.ts';
import { EmbedPoster } from './embed-poster.tsx';
import { EmbedScript } from './embed-script.tsx';
import { Picture } from './picture.tsx';

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
        {body.map((piece) => (
          <BodyPiece piece={piece} />
        ))}
      </div>
      {body.some(isEmbed) && <EmbedScript site={site} />}
    </>
  );
}

function BodyPiece({ piece }: { piece: Piece }): VNode {
  if (typeof piece === 'string') return jsxTemplate([piece]);
  return isEmbed(piece) ? <EmbedPoster embed={piece} /> : <Picture picture={piece} />;
}

function isEmbed(piece: Piece): piece is Embed {
  return typeof piece !== 'string' && 'frame' in piece;
}
