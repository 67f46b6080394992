/** Which links lead to something that a site knows by name: a PEP, a package, a repository. */
import type { ReferenceKind } from '../content/reference-kind.ts';
import { decodePath } from '../lib/paths.ts';
import { fill, namesOf, patternSource } from '../lib/patterns.ts';

/** Something that a link leads to. */
export interface Reference {
  /** What such things are called together: `PEP`. */
  readonly group: string;
  /** `PEP 8` */
  readonly label: string;
  /** Its present address, wherever the link leads. */
  readonly url: string;
  /** One of `REFERENCE_ICONS`. */
  readonly icon: string;
}

/** An address without what makes no difference: scheme, `www.`, letter case of the host, query, fragment. */
interface Place {
  readonly host: string;
  readonly path: string;
}

interface Shape {
  readonly names: readonly string[];
  readonly path: RegExp;
  readonly kind: ReferenceKind;
  /** Whether the path is that of something else. */
  readonly isExcepted: (path: string) => boolean;
}

/** Looks an address up among the kinds; the first that matches is the one. */
export function referenceFinder(
  kinds: readonly ReferenceKind[],
): (href: string) => Reference | undefined {
  const shapes = new Map<string, Shape[]>();
  for (const kind of kinds) {
    const isExcepted = exceptionsOf(kind);
    for (const pattern of kind.pattern) {
      const { host, path } = placeOf(pattern);
      const shape = { names: namesOf(pattern), path: wholePath(path), kind, isExcepted };
      shapes.set(host, [...(shapes.get(host) ?? []), shape]);
    }
  }
  return (href) => {
    if (!/^https?:/i.test(href)) return undefined;
    const { host, path } = placeOf(href);
    for (const shape of shapes.get(host) ?? []) {
      const found = shape.path.exec(path);
      if (found !== null && !shape.isExcepted(path)) return toReference(shape, found.slice(1));
    }
    return undefined;
  };
}

function toReference({ names, kind }: Shape, found: readonly (string | undefined)[]): Reference {
  const values = names.map((name, index): [string, string] => [name, found[index] ?? '']);
  const [present = ''] = kind.pattern;
  return {
    group: kind.name,
    label: fill(kind.label, new Map(values.map(([name, value]) => [name, readable(value)]))),
    url: fill(present.replace(/\*$/, ''), new Map(values)),
    icon: kind.icon,
  };
}

/** `0008` is 8 to a reader. */
function readable(value: string): string {
  return (decodePath(value) ?? value).replace(/^0+(?=\d+$)/, '');
}

const ADDRESS = /^https?:\/\/(?:www\.)?([^/?#]*)([^?#]*)/i;

function placeOf(address: string): Place {
  const [, host = '', path = ''] = ADDRESS.exec(address) ?? [];
  return { host: host.toLowerCase(), path: path.replace(/\/index\.html$/, '/') };
}

/** A slash at the end makes no difference; a star behind a slash stands for nothing too. */
function wholePath(pattern: string): RegExp {
  const stem = patternSource(pattern.replace(/\/?\*?$/, '')).slice(1, -1);
  if (pattern.endsWith('/*')) return new RegExp(`^${stem}(?:/(.*))?$`, 'su');
  return new RegExp(`^${stem}${pattern.endsWith('*') ? '(.*)' : '/?'}$`, 'su');
}

function exceptionsOf({ except }: ReferenceKind): (path: string) => boolean {
  if (except.length === 0) return () => false;
  const sources = except.map((pattern) => wholePath(placeOf(pattern).path).source);
  const any = new RegExp(sources.join('|'), 'su');
  return (path) => any.test(path);
}
