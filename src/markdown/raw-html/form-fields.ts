/** Replaces forms, their fields, and other elements that do nothing in a post by the text they show. */
import {
  Text,
  createElement,
  isInside,
  isTag,
  isText,
  remove,
  replaceBy,
  textOf,
  type ChildNode,
  type Element,
  type ParentNode,
} from '../../lib/html.ts';
import { report, type BodyTree } from '../body.ts';
import { makeBlock } from './obsolete-elements.ts';
import { shownAddress } from '../embeds/replace-by-link.ts';

/** Replaces `element` if it is a form, a field, or a place of an image map or frameset. */
export function replaceField(element: Element, body: BodyTree): void {
  const { name, attribs } = element;
  switch (name) {
    case 'form':
      reportForm(element, body);
      makeBlock(element);
      break;
    case 'input':
      replaceInput(element);
      break;
    case 'select':
    case 'datalist':
      becomeText(element, optionsIn(element).join(', '));
      break;
    case 'button':
    case 'meter':
    case 'output':
    case 'progress':
      setApart(element, createElement('span', element.children, element.attribs));
      break;
    case 'area':
      becomeLink(element, attribs['href'], attribs['alt']);
      break;
    case 'frame':
      becomeLink(element, attribs['src']);
  }
}

function reportForm({ attribs }: Element, body: BodyTree): void {
  const action = attribs['action']?.trim() ?? '';
  report(body, 'warning', action || '<form', {
    code: 'html-dropped',
    message: `A form cannot be sent from a post, so only its words stay${action === '' ? '' : `, without its address "${action.slice(0, 80)}"`}.`,
    hint: 'Write a link to a page that has the form.',
  });
}

/** Their value is not text, or not for readers. */
const WITHOUT_TEXT = /^(?:hidden|password|file|color|range)$/;

/** `checkboxes.ts` takes care of checkboxes and radio buttons. */
function replaceInput(input: Element): void {
  const { type = 'text', value, placeholder, src, alt = '' } = input.attribs;
  const kind = type.trim().toLowerCase();
  if (kind === 'checkbox' || kind === 'radio') input.attribs['type'] = kind;
  else if (kind === 'image' && src !== undefined) {
    input.name = 'img';
    input.attribs = { src, alt };
  } else if (kind === 'image') becomeText(input, alt);
  else becomeText(input, WITHOUT_TEXT.test(kind) ? '' : value || (placeholder ?? ''));
}

/** Labels of options; those of a group follow its label. */
function optionsIn(parent: ParentNode): string[] {
  return parent.children.flatMap((child) => {
    if (isText(child)) return child.data.trim() || [];
    if (!isTag(child)) return [];
    const { label = '', value = '' } = child.attribs;
    switch (child.name) {
      case 'option': {
        const text = label.trim() || textOf(child).trim();
        const isSuggestion = isTag(parent) && parent.name === 'datalist';
        return text || (isSuggestion && value.trim()) || [];
      }
      case 'optgroup': {
        const options = optionsIn(child).join(', ');
        return label.trim() === '' ? options || [] : `${label.trim()}: ${options}`;
      }
      default:
        return optionsIn(child);
    }
  });
}

/** A link, unless it is inside one. */
function becomeLink(element: Element, href = '', description = ''): void {
  const { title = '' } = element.attribs;
  const text = description.trim() || title.trim() || shownAddress(href);
  if (href === '' || text === '' || isInside(element, 'a')) becomeText(element, text);
  else setApart(element, createElement('a', [new Text(text)], { href }));
}

function becomeText(element: Element, text: string): void {
  const shown = text.trim();
  const { id } = element.attribs;
  // A link may lead there.
  if (id !== undefined) setApart(element, createElement('span', [new Text(shown)], { id }));
  else if (shown === '') remove(element);
  else setApart(element, new Text(shown));
}

/** Replaces `element` and keeps the words apart that its border separated. */
function setApart(element: Element, replacement: ChildNode): void {
  const before = element.prev === null ? '' : textOf(element.prev).slice(-2);
  const after = element.next === null ? '' : textOf(element.next).slice(0, 2);
  replaceBy(element, [
    ...(/[\p{L}\p{N}]$/u.test(before) ? [new Text(' ')] : []),
    replacement,
    ...(/^[\p{L}\p{N}]/u.test(after) ? [new Text(' ')] : []),
  ]);
}
