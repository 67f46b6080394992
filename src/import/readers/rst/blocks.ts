/** Blocks of reStructuredText as HTML. https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html */
import { escapeHtml } from '../../../lib/html.ts';
import { codeBlock } from '../text-site/output.ts';
import { directiveHtml, imageHtml, readDirective } from './directives.ts';
import { anchorOf, nameKey, rstDocument, type RstDocument } from './document.ts';
import { inlineHtml } from './inline.ts';
import { indentOf, indentedBlock, isBlank, outdented, ruleSign } from './lines.ts';
import { BULLET, NUMBER, listHtml } from './lists.ts';

/** @param unknown told each construct that stays as text */
export function rstToHtml(text: string, unknown: (raw: string) => void): string {
  const lines = text.replaceAll('\t', '        ').split('\n');
  return new BlockReader(rstDocument(text, unknown)).read(lines);
}

const MAX_DEPTH = 50;
/** `.. name:: argument`, `.. |name| image:: file`, `.. [1] note`, `.. _name: address`, `.. comment` */
const DIRECTIVE = /^\.\. ([\w:.-]+?)\s?::(?!\S)(.*)$/;
const SUBSTITUTION = /^\.\. \|([^|]+)\| ([\w-]+)::(.*)$/;
const NOTE = /^\.\. \[(#?[\w-]*|\*)\](.*)$/;
const TARGET = /^(?:\.\. _(?:`([^`]+)`|([^:]+)):.*|__ .*|\.\. __:.*)$/;

class BlockReader {
  readonly #document: RstDocument;
  #depth = 0;

  constructor(document: RstDocument) {
    this.#document = document;
  }

  read(lines: readonly string[]): string {
    if (this.#depth === MAX_DEPTH) return `<pre>${escapeHtml(lines.join('\n'))}</pre>`;
    this.#depth++;
    let html = '';
    let at = 0;
    while (at < lines.length) {
      if (isBlank(lines[at])) at++;
      else {
        const block = this.#block(lines, at);
        html += block.html;
        at = Math.max(at + 1, block.end);
      }
    }
    this.#depth--;
    return html;
  }

  #block(lines: readonly string[], at: number): { html: string; end: number } {
    const line = lines[at] ?? '';
    if (line.startsWith(' ')) return this.#quotation(lines, at);
    if (/^(?:\.\.|__)(?: |$)/.test(line)) return this.#explicit(lines, at);
    const title = this.#title(lines, at);
    if (title !== undefined) return title;
    if (BULLET.test(line) || NUMBER.test(line))
      return listHtml(lines, at, (item) => this.read(item));
    if (/^\|(?: |$)/.test(line)) return this.#lineBlock(lines, at);
    if (/^(?:\+[-=+]{3,}|={2,} +=)/.test(line)) return this.#table(lines, at);
    if (line.startsWith('>>> '))
      return this.#paragraphOf(lines, at, (text) => codeBlock(text, 'python', 'html'));
    const isDefinition = !isBlank(lines[at + 1]) && indentOf(lines[at + 1] ?? '') > 0;
    return isDefinition ? this.#definition(lines, at) : this.#paragraph(lines, at);
  }

  #quotation(lines: readonly string[], at: number) {
    const { lines: inner, end } = indentedBlock(lines, at, 0);
    return { html: `<blockquote>${this.read(inner)}</blockquote>`, end };
  }

  #title(lines: readonly string[], at: number): { html: string; end: number } | undefined {
    const line = lines[at] ?? '';
    const over = ruleSign(line, 2);
    if (over !== undefined) {
      const title = lines[at + 1]?.trim() ?? '';
      if (title !== '' && ruleSign(lines[at + 2], 0) === over)
        return this.#heading(title, over + over, at + 3);
      return line.trimEnd().length >= 4 && isBlank(lines[at + 1])
        ? { html: '<hr>', end: at + 1 }
        : undefined;
    }
    const under = ruleSign(lines[at + 1], Math.min(4, line.trim().length));
    return under === undefined ? undefined : this.#heading(line.trim(), under, at + 2);
  }

  /** Each new kind of line is one level below the others. */
  #heading(title: string, rule: string, end: number) {
    const { rules, firstLevel } = this.#document;
    if (!rules.includes(rule)) rules.push(rule);
    const level = Math.min(6, firstLevel + rules.indexOf(rule));
    return { html: `<h${level}>${this.#inline(title)}</h${level}>`, end };
  }

  /** Whatever begins with two dots. */
  #explicit(lines: readonly string[], at: number): { html: string; end: number } {
    const line = lines[at] ?? '';
    const { lines: inner, end } = indentedBlock(lines, at + 1, 0);
    const body = isBlank(lines[at + 1]) ? ['', ...inner] : inner;
    const raw = lines.slice(at, Math.max(at + 1, end)).join('\n');
    const [, name, argument = ''] = DIRECTIVE.exec(line) ?? [];
    const context = {
      document: this.#document,
      blocks: (content: readonly string[]) => this.read(content),
      inline: (text: string) => this.#inline(text),
    };
    if (name !== undefined)
      return {
        html: directiveHtml(readDirective(name.toLowerCase(), argument, body, raw), context),
        end,
      };
    const [, substitution, kind = '', value = ''] = SUBSTITUTION.exec(line) ?? [];
    if (substitution !== undefined) {
      const directive = readDirective(kind, value, body, raw);
      const html =
        kind === 'image' ? imageHtml(directive) : this.#inline([value, ...body].join(' ').trim());
      this.#document.substitutions.set(nameKey(substitution), html);
      return { html: '', end };
    }
    const [, note, text = ''] = NOTE.exec(line) ?? [];
    if (note !== undefined) return { html: this.#note(note, [text, ...body]), end };
    const [target, quoted, plain] = TARGET.exec(line) ?? [];
    const isPlace = target !== undefined && /:\s*$/.test(target);
    return { html: isPlace ? `<a id="${anchorOf(quoted ?? plain ?? '')}"></a>` : '', end };
  }

  #note(name: string, lines: readonly string[]): string {
    const { counters } = this.#document;
    const number = escapeHtml(name.replace(/^#/, '') || String(++counters.notes));
    const back = `<a href="#fnref-${number}">↩</a>`;
    return `<ol><li id="fn-${number}" value="${number}">${this.read(outdented(lines))} ${back}</li></ol>`;
  }

  #lineBlock(lines: readonly string[], at: number) {
    let end = at;
    while (/^\|(?: |$)/.test(lines[end] ?? '')) end++;
    const texts = lines.slice(at, end).map((line) => this.#inline(line.slice(2)));
    return { html: `<p>${texts.join('<br>\n')}</p>`, end };
  }

  /** Tables stay as they were drawn. */
  #table(lines: readonly string[], at: number) {
    return this.#paragraphOf(lines, at, (text) => {
      this.#document.unknown(text);
      return `<pre>${escapeHtml(text)}</pre>`;
    });
  }

  #definition(lines: readonly string[], at: number) {
    const { lines: inner, end } = indentedBlock(lines, at + 1, 0);
    const [term = ''] = (lines[at] ?? '').split(' : ');
    return { html: `<dl><dt>${this.#inline(term)}</dt><dd>${this.read(inner)}</dd></dl>`, end };
  }

  /** Two colons at its end announce a literal block. */
  #paragraph(lines: readonly string[], at: number): { html: string; end: number } {
    let end = at;
    while (end < lines.length && !isBlank(lines[end])) end++;
    const text = lines.slice(at, end).join('\n').trim();
    if (!text.endsWith('::')) return { html: `<p>${this.#inline(text)}</p>`, end };
    const code = indentedBlock(lines, end, 0);
    const words = text === '::' ? '' : text.replace(/\s::$/, '').replace(/::$/, ':');
    const paragraph = words === '' ? '' : `<p>${this.#inline(words)}</p>`;
    if (code.lines.length === 0) return { html: paragraph, end };
    return { html: paragraph + codeBlock(code.lines.join('\n'), undefined, 'html'), end: code.end };
  }

  #paragraphOf(lines: readonly string[], at: number, html: (text: string) => string) {
    let end = at;
    while (end < lines.length && !isBlank(lines[end])) end++;
    return { html: html(lines.slice(at, end).join('\n')), end };
  }

  #inline(text: string): string {
    return inlineHtml(text, this.#document);
  }
}
