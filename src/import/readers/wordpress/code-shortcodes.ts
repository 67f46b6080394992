/** Shortcodes of plugins that highlight code. */
import { decodeEntities, escapeHtml } from '../../../lib/html.ts';
import type { Shortcode } from './shortcode-parser.ts';

const CODE: ReadonlySet<string> = new Set([
  ...['code', 'sourcecode', 'source', 'cc', 'crayon', 'highlight', 'codesyntax', 'syntax', 'prism'],
]);

/** Each is a shortcode of SyntaxHighlighter Evolved, with the language's usual name if that differs. */
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ...pairs(
    'actionscript3 arduino bash c clojure cpp csharp css delphi diff erlang fsharp go groovy haskell html',
  ),
  ...pairs(
    'java javafx javascript jscript json kotlin latex matlab objc pascal patch perl php plain powershell',
  ),
  ...pairs('python r ruby rust scala sass shell sql swift text typescript vb vbnet xml yaml'),
  ...pairs('as3=actionscript3 cf=coldfusion clj=clojure c-sharp=csharp c#=csharp pas=pascal'),
  ...pairs(
    'erl=erlang golang=go jfx=javafx js=javascript tex=latex obj-c=objc pl=perl ps=powershell',
  ),
  ...pairs('py=python splus=r rails=ruby rb=ruby ror=ruby xhtml=html xslt=xml yml=yaml'),
]);

function pairs(list: string): [string, string][] {
  return list.split(' ').map((entry) => {
    const [name = '', language = name] = entry.split('=');
    return [name, language];
  });
}

export function isCodeName(name: string): boolean {
  return CODE.has(name) || LANGUAGES.has(name);
}

/** `undefined` without an end tag: `[c]` is text. */
export function codeHtml({ name, attributes, values, content }: Shortcode): string | undefined {
  if (content === undefined) return undefined;
  const written =
    attributes.get('language') ??
    attributes.get('lang') ??
    values.find((value) => value.startsWith('='))?.slice(1);
  const language = CODE.has(name.toLowerCase()) ? (written ?? '') : (written ?? name);
  return preHtml(codeText(content), language);
}

export function preHtml(code: string, language: string): string {
  const known = languageName(language);
  const mark = known === '' ? '' : ` class="language-${escapeHtml(known)}"`;
  return `<pre><code${mark}>${escapeHtml(code)}</code></pre>`;
}

/** As highlighters know it; '' for plain text. */
export function languageName(written: string): string {
  const name = written.trim().toLowerCase();
  if (name === 'plain' || name === 'text' || name === 'none' || /[\s"'<>]/.test(name)) return '';
  return LANGUAGES.get(name) ?? name;
}

/** The code was stored as it is by one editor, and with entities by the other. */
function codeText(content: string): string {
  const lines = content.includes('\n') ? content : content.replace(/<br\s*\/?>/gi, '\n');
  const text = /<[a-z!/?]/i.test(lines) ? lines : decodeEntities(lines);
  return text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
}
