/** The body of a post of Ghost, in whichever of its fields it is. */
import type { ImportedBody } from '../../model.ts';
import { isData } from './cards.ts';
import { lexicalHtml, type Findings } from './lexical.ts';
import { mobiledocHtml } from './mobiledoc.ts';
import type { PostRow } from './rows.ts';
import { publicHtml } from './visibility.ts';

export interface GhostBody extends Pick<ImportedBody, 'format' | 'text'> {
  /** Parts that are not known, and left out. */
  readonly unknown: ReadonlySet<string>;
  /** Number of parts that not everyone could see, and that are left out. */
  readonly withheld: number;
}

/** Versions before 1.0 store Markdown; later ones HTML beside the document of their editor. */
export function ghostBody(post: PostRow): GhostBody {
  const found: Findings = { unknown: new Set(), withheld: 0 };
  if (post.markdown !== '') return { format: 'markdown', text: post.markdown, ...found };
  if (post.html !== '') {
    const { html, withheld } = publicHtml(post.html);
    return { format: 'html', text: html, ...found, withheld };
  }
  const mobiledoc = parsed(post.mobiledoc);
  const markdown = onlyMarkdown(mobiledoc);
  if (markdown !== undefined) return { format: 'markdown', text: markdown, ...found };
  const html = lexicalHtml(parsed(post.lexical), found) || mobiledocHtml(mobiledoc, found.unknown);
  return { format: 'html', text: html, ...found };
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
