/** What a text in reStructuredText defines in one place and uses in another. */

export interface RstDocument {
  /** Addresses of named links, by `nameKey`. */
  readonly targets: ReadonlyMap<string, string>;
  /** Addresses of links without a name, in order; taken one by one. */
  readonly anonymous: string[];
  /** HTML of substitutions, by `nameKey`. */
  readonly substitutions: Map<string, string>;
  /** Signs below the titles of sections, in the order of their levels. */
  readonly rules: string[];
  /** Footnotes without a number: references and notes so far. */
  readonly counters: { marks: number; notes: number };
  /** Told each construct that stays as text. */
  readonly unknown: (raw: string) => void;
  /** The first level of sections: 2 below the title of a page. */
  readonly firstLevel: number;
}

const TARGET = /^[ \t]*\.\. _(?:`([^`\n]+)`|([^:`\n]+)):(?:[ \t]+(\S.*))?$/gm;
const ANONYMOUS = /^[ \t]*(?:\.\. __:|__)[ \t]+(\S+)[ \t]*$/gm;
/** A link that names its address: `` `Roses <https://example.org/>`_ ``. */
const EMBEDDED = /`([^`<>\n]+)\s<([^<>`\n]+)>`_(?!_)/g;

export function rstDocument(text: string, unknown: (raw: string) => void): RstDocument {
  const targets = new Map<string, string>();
  for (const [, name = '', url = ''] of text.matchAll(EMBEDDED)) targets.set(nameKey(name), url);
  for (const [, quoted, plain, url] of text.matchAll(TARGET)) {
    const name = nameKey(quoted ?? plain ?? '');
    if (url === undefined) targets.set(name, `#${anchorOf(name)}`);
    else targets.set(name, addressIn(url.trim(), targets));
  }
  return {
    targets,
    anonymous: [...text.matchAll(ANONYMOUS)].map(([, url = '']) => url),
    substitutions: new Map(),
    rules: [],
    counters: { marks: 0, notes: 0 },
    unknown,
    firstLevel: 2,
  };
}

/** The target of a target may be another one: `roses_`. */
function addressIn(url: string, targets: ReadonlyMap<string, string>): string {
  const name = /^`?([^`]+?)`?_$/.exec(url)?.[1];
  return (name === undefined ? undefined : targets.get(nameKey(name))) ?? url;
}

/** Names are compared without case and with single spaces. */
export function nameKey(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

export function anchorOf(name: string): string {
  return nameKey(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
