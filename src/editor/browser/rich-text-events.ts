/** Follows each body through the two modes of the editor: rich text and Markdown. */
import {
  noteEarlier,
  noteMarkdown,
  noteRichText,
  type Origin,
} from '../merge/rich-text-origins.ts';

/** Elements of the editor. */
const EDITOR = '.text-editor';
const RICH_TEXT = '.lexical-root';

/** Where the browser keeps what rich text made of bodies, for drafts that are restored. */
const KEPT = 'perennial-rich-text';
/** The last ones. */
const MAX_KEPT = 5;

/** Boxes of rich text that somebody has edited since they show their text. */
const edited = new WeakSet<Element>();
/** Bodies as Markdown, before the next change. */
const last = new WeakMap<HTMLTextAreaElement, string>();

export function followRichText(): void {
  noteEarlier(kept());
  // Rich text announces each change, and what it makes of a body that it is about to show.
  document.addEventListener('Update', onRichText, true);
  document.addEventListener('input', onMarkdown, true);
  document.addEventListener('focusin', ({ target }) => remember(target), true);
  for (const type of ['beforeinput', 'keydown', 'paste', 'drop'])
    document.addEventListener(type, ({ target }) => noteEdit(target), true);
  document.addEventListener('click', noteButton, true);
}

/** The box of Markdown has the text before the change: it is written there next. */
function onRichText(event: Event): void {
  const box = event.target;
  if (!(event instanceof CustomEvent) || !(box instanceof Element)) return;
  const markdown = box.closest(EDITOR)?.querySelector('textarea');
  const after: unknown = event.detail?.value;
  if (typeof after !== 'string' || !(markdown instanceof HTMLTextAreaElement)) return;
  if (box.hasAttribute('hidden')) return;
  const origin = noteRichText(markdown.value, after, edited.has(box));
  if (origin !== undefined) keep(origin);
  last.set(markdown, after);
}

function onMarkdown({ target }: Event): void {
  if (!(target instanceof HTMLTextAreaElement)) return;
  const box = target.closest(EDITOR)?.querySelector(RICH_TEXT);
  if (!(box instanceof Element)) return;
  const before = last.get(target);
  if (before !== undefined) noteMarkdown(before, target.value);
  last.set(target, target.value);
  edited.delete(box);
}

function remember(target: EventTarget | null): void {
  if (target instanceof HTMLTextAreaElement && target.closest(EDITOR) !== null)
    last.set(target, target.value);
}

function noteEdit(target: EventTarget | null): void {
  const box = target instanceof Element ? target.closest(RICH_TEXT) : null;
  if (box !== null) edited.add(box);
}

/** Buttons above the box change its text, too. */
function noteButton({ target }: Event): void {
  if (!(target instanceof Element) || target.closest('button') === null) return;
  const box = target.closest(EDITOR)?.querySelector(RICH_TEXT);
  if (box instanceof Element && !box.hasAttribute('hidden')) edited.add(box);
}

function kept(): Origin[] {
  return JSON.parse(localStorage.getItem(KEPT) ?? '[]');
}

function keep(origin: Origin): void {
  const others = kept().filter(({ source }) => source !== origin.source);
  try {
    localStorage.setItem(KEPT, JSON.stringify([...others, origin].slice(-MAX_KEPT)));
  } catch {
    // No room is left. The draft itself is kept elsewhere.
  }
}
