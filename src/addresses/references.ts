/** Recognizes links to known kinds of things: PEPs, packages, repositories. */
import type { ReferenceKind } from '../content/reference-kind.ts';
import { decodePath } from '../lib/paths.ts';
import { fill, namesOf, patternSource } from '../lib/patterns.ts';

export interface Reference {
  /** Name of the kind: `PEP`. */
  readonly group: string;
  /** `PEP 8` */
  readonly label: string;
  /** Current URL, even if the link uses a former one. */
  readonly url: string;
  /** One of `REFERENCE_ICONS`. */
  readonly icon: string;
}

/** A URL without scheme, `www.`, query and fragment; host in lower case. */
interface Location {
  readonly host: string;
  readonly path: string;
}

interface CompiledPattern {
  readonly names: readonly string[];
  readonly path: RegExp;
  readonly kind: ReferenceKind;
  /** Whether an `except` pattern matches the path. */
  readonly isExcepted: (path: string) => boolean;
}

/** Returns a lookup function; the first matching kind wins. */
export function referenceFinder(
  kinds: readonly ReferenceKind[],
): (href: string) => Reference | undefined {
  const byHost = new Map<string, CompiledPattern[]>();
  for (const kind of kinds) {
    const isExcepted = exceptionsOf(kind);
    for (const pattern of kind.pattern) {
      const { host, path } = locationOf(pattern);
      const compiled = { names: namesOf(pattern), path: pathExpression(path), kind, isExcepted };
      byHost.set(host, [...(byHost.get(host) ?? []), compiled]);
    }
  }
  return (href) => {
    if (!/^https?:/i.test(href)) return undefined;
    const { host, path } = locationOf(href);
    for (const pattern of byHost.get(host) ?? []) {
      const found = pattern.path.exec(path);
      if (found !== null && !pattern.isExcepted(path)) return toReference(pattern, found.slice(1));
    }
    return undefined;
  };
}

function toReference(
  { names, kind }: CompiledPattern,
  found: readonly (string | undefined)[],
): Reference {
  const values = names.map((name, index): [string, string] => [name, found[index] ?? '']);
  const [current = ''] = kind.pattern;
  return {
    group: kind.name,
    label: fill(kind.label, new Map(values.map(([name, value]) => [name, readable(value)]))),
    url: fill(current.replace(/\*$/, ''), new Map(values)),
    icon: kind.icon,
  };
}

/** Decodes a value and strips leading zeros: `0008` becomes `8`. */
function readable(value: string): string {
  const decoded = decodePath(value) ?? value;
  return /^\d+$/.test(decoded) ? decoded.replace(/^0+(?=\d)/, '') : decoded;
}

const ADDRESS = /^https?:\/\/(?:www\.)?([^/?#]*)([^?#]*)/i;

function locationOf(address: string): Location {
  const [, host = '', path = ''] = ADDRESS.exec(address) ?? [];
  return { host: host.toLowerCase(), path: path.replace(/\/index\.html$/, '/') };
}

/** Ignores a trailing slash; `/*` also matches nothing. */
function pathExpression(pattern: string): RegExp {
  const stem = patternSource(pattern.replace(/\/?\*?$/, '')).slice(1, -1);
  if (pattern.endsWith('/*')) return new RegExp(`^${stem}(?:/(.*))?$`, 'su');
  return new RegExp(`^${stem}${pattern.endsWith('*') ? '(.*)' : '/?'}$`, 'su');
}

function exceptionsOf({ except }: ReferenceKind): (path: string) => boolean {
  const expressions = except.map((pattern) => pathExpression(locationOf(pattern).path));
  return (path) => expressions.some((expression) => expression.test(path));
}
