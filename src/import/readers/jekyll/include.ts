/** `{% include %}`: expands the owner's own snippets, and knows common ones by their names. */
import path from 'node:path';
import { renderLiquid, type TagUse } from '../liquid/render.ts';
import { UNKNOWN, evaluate, written, type Filter, type Scope } from '../liquid/values.ts';
import { readArguments } from '../text-site/arguments.ts';
import { embedOf } from '../text-site/embeds.ts';
import { lineHtml } from '../text-site/output.ts';
import { namedMedia, namedPicture } from '../text-site/pictures.ts';
import type { JekyllSite } from './site.ts';

/** A name of a file, in which variables may stand. */
export function nameIn(args: string, scope: Scope): string {
  const name = args.replace(/\{\{([^{}]*)\}\}/g, (_found, expression: string) => {
    return written(evaluate(expression, scope)) ?? '';
  });
  return name.replace(/["']/g, '').trim();
}

/** Snippets may include others, and themselves. */
const MAX_DEPTH = 10;
const DEPTH = 'depth of includes';

/** `{% include figure.html src="/roses.jpg" caption=page.title %}` */
export function include(use: TagUse, site: JekyllSite): string | undefined {
  const [first = ''] = /^(?:\{\{[^{}]*\}\}|\S)+/.exec(use.args) ?? [];
  const name = nameIn(first, use.liquid.scope);
  const given = use.args.slice(first.length);
  return expand(name, given, use, site) ?? known(name, given, use);
}

function expand(name: string, given: string, use: TagUse, site: JekyllSite): string | undefined {
  const { scope } = use.liquid;
  const text = site.includes.get(name);
  const depth = Number(scope.variables.get(DEPTH) ?? 0);
  if (text === undefined || depth === MAX_DEPTH) return undefined;
  const variables = new Map(scope.variables);
  variables.set('include', parametersIn(given, scope)).set(DEPTH, depth + 1);
  let isKnown = true;
  const output = renderLiquid(text, {
    ...use.liquid,
    format: 'html',
    scope: { ...scope, variables, filters: inHtml(scope.filters) },
    unknown: () => {
      isKnown = false;
    },
  });
  return isKnown ? compact(output) : undefined;
}

const markdownify: Filter = (value) => lineHtml(written(value) ?? '');

/** Around it is HTML, in which no Markdown is read. */
function inHtml(filters: Scope['filters']): Scope['filters'] {
  return new Map([...filters, ['markdownify', markdownify]]);
}

const PARAMETER = /(?<![\w-])([\w-]+)\s*=\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s"']+)/g;

function parametersIn(given: string, scope: Scope): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...given.matchAll(PARAMETER)].map(([, name = '', value = '']) => {
      if (/^["']/.test(value)) return [name, value.slice(1, -1).replace(/\\(["'])/g, '$1')];
      const found = evaluate(value, scope);
      return [name, found === UNKNOWN ? value : found];
    }),
  );
}

/** Blank lines and indented ones would end the HTML for other Markdown parsers. */
function compact(html: string): string {
  if (/<pre\b/i.test(html)) return html.trim();
  const lines = html.split('\n').map((line) => line.trim());
  return lines.filter(Boolean).join('\n');
}

/** A snippet of a theme, which is not in the folder. */
function known(name: string, given: string, { liquid }: TagUse): string | undefined {
  const args = readArguments(given);
  const plain = path.posix.basename(name, path.posix.extname(name)).toLowerCase();
  const site = plain.replace(/^embed[-_]|[-_]?(?:player|embed|video)$/g, '') || plain;
  return (
    embedOf(site, args, liquid.format) ??
    embedOf(args.named.get('provider') ?? '', args, liquid.format) ??
    namedPicture(plain, args, liquid.format) ??
    namedMedia(plain, args)
  );
}
