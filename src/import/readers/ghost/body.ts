/** The body of a post of Ghost, in whichever of its fields it is. */
import type { ImportedBody } from '../../model.ts';
import { isData } from './cards.ts';
import { lexicalHtml } from './lexical.ts';
import { mobiledocHtml } from './mobiledoc.ts';
import type { PostRow } from './rows.ts';

export interface GhostBody extends Pick<ImportedBody, 'format' | 'text'> {
  /** Parts that are not known, and left out. */
  readonly unknown: ReadonlySet<string>;
}

/** Versions before 1.0 store Markdown; later ones HTML beside the document of their editor. */
export function ghostBody(post: PostRow): GhostBody {
  const unknown = new Set<string>();
  if (post.markdown !== '') return { format: 'markdown', text: post.markdown, unknown };
  if (post.html !== '') return { format: 'html', text: post.html, unknown };
  const mobiledoc = parsed(post.mobiledoc);
  const markdown = onlyMarkdown(mobiledoc);
  if (markdown !== undefined) return { format: 'markdown', text: markdown, unknown };
  const html = lexicalHtml(parsed(post.lexical), unknown) || mobiledocHtml(mobiledoc, unknown);
  return { format: 'html', text: html, unknown };
}

function parsed(json: string): unknown {
  try {
    const value: unknown = JSON.parse(json === '' ? 'null' : json);
    return value;
  } catch {
    return undefined;
  }
}

/** The text of a document that is one card of Markdown, as those of Ghost 1.0 are. */
function onlyMarkdown(document: unknown): string | undefined {
  if (!isData(document)) return undefined;
  const { sections, cards } = document;
  if (!Array.isArray(sections) || sections.length !== 1 || !Array.isArray(cards)) return undefined;
  const card: unknown = cards[0];
  if (!Array.isArray(card) || !/^(?:card-)?markdown$/.test(`${card[0]}`)) return undefined;
  const data: unknown = card[1];
  const text = isData(data) ? data['markdown'] : undefined;
  return typeof text === 'string' ? text : undefined;
}
