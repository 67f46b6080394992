/** GitHub's footnotes: `[^1]` in the text, `[^1]: ...` anywhere. */
import type { Lexer, MarkedExtension, Token, Tokens } from 'marked';
import { escapeHtml } from '../../lib/html.ts';
import type { Words } from '../../lib/language/language.ts';
import {
  ANY_LINE,
  LABEL,
  continueParagraph,
  isDefinition,
  lexWithDefinitions,
  normalizeLabel,
  readDefinition,
  type Definition,
} from './footnote-blocks.ts';
import { footnoteItem, footnoteMark, footnoteSection, type Place } from './footnote-html.ts';

interface Reference extends Tokens.Generic {
  readonly type: 'footnoteRef';
  /** Normalized. */
  readonly label: string;
  place: Place;
}

/** Levels of footnotes within footnotes; deeper ones, which take very long to parse, are text. */
const MAX_DEPTH = 10;

const UNPLACED: Place = { number: 0, use: 0 };

const REFERENCE = new RegExp(`^${LABEL.source}`);
const REFERENCES = new RegExp(LABEL, 'g');

/** Stateful: every body needs its own. */
export function footnotes(words: Words['body']): MarkedExtension {
  /** Normalized, as are those below. marked may read a block twice, so the definition may change. */
  const labels = new Set<string>();
  const definitions: Definition[] = [];
  /** The first of each label counts. */
  const byLabel = new Map<string, Definition>();
  /** The last reference to each label, in the order of the first. */
  const places = new Map<string, Place>();
  let depth = 0;

  return {
    hooks: {
      provideLexer: () => lexWithDefinitions,
      processAllTokens: (tokens) => [...tokens, { type: 'footnotes', raw: '' }],
      // The label `*` is no emphasis.
      emStrongMask: (text) =>
        text.replace(REFERENCES, (written) => `[${'a'.repeat(written.length - 2)}]`),
    },
    extensions: [
      {
        name: 'footnote',
        level: 'block',
        childTokens: ['content'],
        tokenizer(source, tokens) {
          if (depth === MAX_DEPTH) return definitionAsText(source, this.lexer);
          const lazy = continuation(source, tokens.at(-1), this.lexer);
          if (lazy !== undefined) return lazy;
          depth++;
          const definition = readDefinition(source, this.lexer);
          depth--;
          if (definition !== undefined) labels.add(normalizeLabel(definition.label));
          return definition;
        },
      },
      { name: 'footnote', renderer: () => '' },
      {
        name: 'footnoteRef',
        level: 'inline',
        tokenizer(source) {
          const [raw, written = ''] = REFERENCE.exec(source) ?? [];
          const label = normalizeLabel(written);
          if (raw === undefined || !labels.has(label)) return undefined;
          return { type: 'footnoteRef', raw, label, place: UNPLACED };
        },
      },
      {
        name: 'footnoteRef',
        renderer(token) {
          const definition = isReference(token) ? byLabel.get(token.label) : undefined;
          if (!isReference(token) || definition === undefined) return escapeHtml(token.raw);
          return footnoteMark(definition.label, token.place);
        },
      },
      {
        name: 'footnotes',
        renderer() {
          // Those that nothing refers to are listed too, so that no text is lost.
          const used = [...places.keys()].flatMap((label) => byLabel.get(label) ?? []);
          const items = Array.from(new Set([...used, ...definitions]), (definition, index) => {
            const { label } = definition;
            const uses = index < used.length ? (places.get(normalizeLabel(label))?.use ?? 0) : 0;
            const content = this.parser.parse(definition.content).trimEnd();
            return footnoteItem(label, content, uses, words);
          });
          return items.length === 0 ? '' : footnoteSection(items, words);
        },
      },
    ],
    walkTokens(token) {
      // Alternative text has no links.
      if (token.type === 'image') token.tokens = withoutReferences(token.tokens ?? []);
      if (isReference(token)) {
        const { number, use } = places.get(token.label) ?? { number: places.size + 1, use: 0 };
        token.place = { number, use: use + 1 };
        places.set(token.label, token.place);
      } else if (isDefinition(token)) {
        const label = normalizeLabel(token.label);
        definitions.push(token);
        if (!byLabel.has(label)) byLabel.set(label, token);
      }
    },
  };
}

/** A definition too deep to be one. */
function definitionAsText(source: string, lexer: Lexer): Tokens.Generic | undefined {
  const raw = /^ {0,3}\[\^[^\n]*/.exec(source)?.[0];
  if (raw === undefined) return undefined;
  return { type: 'paragraph', raw, text: raw, tokens: lexer.inline(raw) };
}

/** Lines below a definition that ended with its quotation: they continue its paragraph. */
function continuation(
  source: string,
  previous: Token | undefined,
  lexer: Lexer,
): Tokens.Generic | undefined {
  if (!isDefinition(previous) || previous.raw.endsWith('\n')) return undefined;
  const length = continueParagraph(source, 0, previous.content, lexer, ANY_LINE);
  return length === 0 ? undefined : { type: 'space', raw: source.slice(0, length) };
}

function isReference(token: Token): token is Reference {
  return token.type === 'footnoteRef';
}

function withoutReferences(tokens: readonly Token[]): Token[] {
  return tokens
    .filter((token) => !isReference(token))
    .map((token) =>
      'tokens' in token && token.tokens !== undefined
        ? { ...token, tokens: withoutReferences(token.tokens) }
        : token,
    );
}
