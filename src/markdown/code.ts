/** Code with a language: coloured by classes, so that a strict content security policy holds. */
import { Element, Text, elementsOf, textOf } from '../lib/html.ts';
import { report, type BodyTree } from './body.ts';

const PLAIN = new Set(['text', 'txt', 'plain', 'plaintext', 'console', 'output', 'none']);

/** Colours every `pre > code` that names a language. Loads the highlighter only for such a body. */
export async function highlightCode(body: BodyTree): Promise<void> {
  for (const pre of elementsOf(body.tree)) {
    if (pre.name !== 'pre') continue;
    pre.attribs['tabindex'] = '0';
    const code = pre.children.find((child) => child instanceof Element && child.name === 'code');
    if (!(code instanceof Element)) continue;
    const [name = ''] = (code.attribs['class'] ?? '').split(/\s/);
    // A line break in the name of a language, written as a reference, would begin another class.
    if (name !== '') code.attribs['class'] = name;
    const language = /^language-(.+)$/.exec(name)?.[1]?.toLowerCase();
    if (language === undefined || PLAIN.has(language)) continue;
    await colour(code, language, body);
  }
}

async function colour(code: Element, language: string, body: BodyTree): Promise<void> {
  const { tokenize } = await import('./highlighter.ts');
  const tokens = await tokenize(textOf(code), language);
  if (tokens === undefined) {
    report(body, 'warning', language, {
      code: 'code-language-unknown',
      message: `The language "${language.slice(0, 40)}" of a code block is not known; the code is shown without colours.`,
      hint: 'Write a name such as `python`, `js` or `bash`, or none.',
    });
    return;
  }
  code.children = tokens.map(({ text, kind }) => {
    const node = new Text(text);
    return kind === undefined ? node : new Element('span', { class: `tok-${kind}` }, [node]);
  });
  for (const child of code.children) child.parent = code;
}
