/** Fills in the owner's templates of shortcodes, as far as they only place arguments. Runs no code. */
import type { EmbedArguments } from '../text-site/embeds.ts';

/** What templates do with a text that changes nothing here. */
const PIPES = String.raw`(?:\s*\|\s*(?:safeHTML|safeURL|safeHTMLAttr|safeCSS|safeJS|markdownify|relURL|absURL|htmlUnescape|\$?\.Page\.RenderString|plainify|string))*`;
const ACTION = new RegExp(
  String.raw`\{\{-?\s*(?:\$?\.Get\s+(?:"([\w-]+)"|${'`'}([\w-]+)${'`'}|(\d+))|(\.Inner)|(\.))${PIPES}\s*-?\}\}`,
  'g',
);
const COMMENT = /\{\{-?\s*\/\*[^]*?\*\/\s*-?\}\}/g;
/** The innermost condition. */
const BLOCK =
  /\{\{-?\s*(with|if)\s+\$?\.Get\s+(?:["`]([\w-]+)["`]|(\d+))\s*-?\}\}((?:(?!\{\{-?\s*(?:with|if|range|end)\b)[^])*?)\{\{-?\s*end\s*-?\}\}/;

/** Templates are short. */
const MAX_LENGTH = 5000;
const MAX_BLOCKS = 50;

/** @returns `undefined` if the template does anything else */
export function fromTemplate(
  template: string,
  args: EmbedArguments,
  inner: () => string,
): string | undefined {
  if (template.length > MAX_LENGTH) return undefined;
  const get = (name: string | undefined, index: string | undefined): string =>
    (name === undefined ? args.words[Number(index)] : args.named.get(name.toLowerCase())) ?? '';
  let html = template.replace(COMMENT, '');
  for (let count = 0; count < MAX_BLOCKS; count++) {
    const block = BLOCK.exec(html);
    if (block === null) break;
    const [whole, kind, name, index, body = ''] = block;
    const value = get(name, index);
    const [yes = '', no = ''] = body.split(/\{\{-?\s*else\s*-?\}\}/);
    const chosen = value === '' ? no : kind === 'with' ? fill(yes, () => value) : yes;
    html = html.slice(0, block.index) + chosen + html.slice(block.index + whole.length);
  }
  const filled = html.replace(ACTION, (action, double, raw, index, isInner, isDot) => {
    if (isDot !== undefined) return action;
    return isInner === undefined ? get(double ?? raw, index) : inner();
  });
  const rest = html.replace(ACTION, (action, _double, _raw, _index, _inner, isDot) =>
    isDot === undefined ? '' : action,
  );
  if (rest.includes('{{')) return undefined;
  const lines = filled.split('\n').map((line) => line.trim());
  return lines.filter(Boolean).join('\n');
}

/** `{{ . }}` inside of `with` is its value. */
function fill(text: string, value: () => string): string {
  return text.replace(ACTION, (action, _double, _raw, _index, _inner, isDot) =>
    isDot === undefined ? action : value(),
  );
}
