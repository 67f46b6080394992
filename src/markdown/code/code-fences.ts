/** Keeps what a writer says about a code block behind its language, which marked drops. */
import { Renderer, type MarkedExtension } from 'marked';
import { escapeAttribute } from '../../lib/html.ts';

/** Attribute of `code` that `code-blocks.ts` reads and removes. */
export const OPTIONS_ATTRIBUTE = 'data-options';

export const codeFences: MarkedExtension = {
  renderer: {
    code(token) {
      const { language, options } = splitInfo(token.lang ?? '');
      if (options === '') return false;
      const html = Renderer.prototype.code.call(this, { ...token, lang: language });
      return html.replace(
        '<code',
        () => `<code ${OPTIONS_ATTRIBUTE}="${escapeAttribute(options)}"`,
      );
    },
  },
};

/** A name such as `js`, unless options begin at once. */
const LANGUAGE = /^(?!showLineNumbers\b|[A-Za-z]+=|\{[\d\s,-]*\})[^\s{]*(?:\{(?!\s*\d)\S*)?/;

/** `js title="app.js" {3}` or `js{3}`. */
function splitInfo(info: string): { readonly language: string; readonly options: string } {
  const language = LANGUAGE.exec(info)?.[0] ?? '';
  return { language, options: info.slice(language.length).trim() };
}
