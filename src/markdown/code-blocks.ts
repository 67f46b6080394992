/** Syntax highlighting with classes, which a strict content security policy allows. */
import { Element, Text, elementsOf, setChildren, textOf } from '../lib/html.ts';
import { report, type BodyTree } from './body.ts';

const PLAIN = new Set(['text', 'txt', 'plain', 'plaintext', 'console', 'output', 'none']);

/** Highlights every `pre > code` that names a language. Loads the highlighter on demand. */
export async function highlightCode(body: BodyTree): Promise<void> {
  for (const pre of elementsOf(body.tree)) {
    if (pre.name !== 'pre') continue;
    pre.attribs['tabindex'] = '0';
    const code = pre.children.find((child) => child instanceof Element && child.name === 'code');
    if (!(code instanceof Element)) continue;
    const [name = ''] = (code.attribs['class'] ?? '').split(/\s/);
    // Drops further classes, which an encoded line break in the name of a language would add.
    if (name !== '') code.attribs['class'] = name;
    const language = /^language-(.+)$/.exec(name)?.[1]?.toLowerCase();
    if (language !== undefined && !PLAIN.has(language)) await highlight(code, language, body);
  }
}

async function highlight(code: Element, language: string, body: BodyTree): Promise<void> {
  const { tokenize } = await import('./highlighter.ts');
  const tokens = await tokenize(textOf(code), language);
  if (tokens === undefined) {
    report(body, 'warning', language, {
      code: 'code-language-unknown',
      message: `The language "${language.slice(0, 40)}" of a code block is unknown, so the code is not highlighted.`,
      hint: 'Write a name such as `python`, `js` or `bash`, or none.',
    });
    return;
  }
  const nodes = tokens.map(({ text, kind }) =>
    kind === undefined
      ? new Text(text)
      : new Element('span', { class: `tok-${kind}` }, [new Text(text)]),
  );
  setChildren(code, nodes);
}
