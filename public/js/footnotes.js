/** Shows footnotes beside the text where there is room, and else in a popover. The list at the end stays. */

/** Where there is room; see `notes.css`. */
const ROOM = matchMedia('(min-width: 79rem)');

/** Longer notes, and those with more than text, would not fit beside the text. */
const MOST_CHARACTERS = 600;
const TOO_LARGE = 'pre, table, img, iframe, ul, ol, blockquote';

/** Pixels below a note. */
const MARGIN = 16;

/** What has edges of its own, which a note cannot leave. */
const CLOSED = 'table, pre, figure, details, .markdown-alert, h2, h3, h4, h5, h6';

const list = document.querySelector('main .footnotes');
const text = list.parentElement;
const references = [...document.querySelectorAll('.prose [data-footnote-ref]')].filter(
  (reference) => !list.contains(reference),
);
/** Beside the text, by their references. */
const sidenotes = new Map();

/** A copy of what a number stands for, without the way back. */
function contentOf(note) {
  const copy = note.cloneNode(true);
  for (const link of copy.querySelectorAll('[data-footnote-backref]')) link.remove();
  for (const element of copy.querySelectorAll('[id]')) element.removeAttribute('id');
  return copy.childNodes;
}

function noteOf({ hash }) {
  return document.getElementById(hash.slice(1));
}

/** Listeners and the keyboard have the list. */
function addSidenotes() {
  if (!ROOM.matches || sidenotes.size > 0) return;
  const left = new Set(list.querySelectorAll(':scope > ol > li'));
  const wide = wideBlocks();
  for (const reference of references) {
    const note = noteOf(reference);
    const isTooLarge =
      note.textContent.length > MOST_CHARACTERS || note.querySelector(TOO_LARGE) !== null;
    if (isTooLarge || reference.closest(CLOSED) !== null || !left.delete(note)) continue;
    const sidenote = document.createElement('aside');
    sidenote.className = 'sidenote';
    sidenote.ariaHidden = 'true';
    sidenote.append(reference.textContent, '\u2002', ...contentOf(note));
    for (const link of sidenote.querySelectorAll('a')) link.tabIndex = -1;
    reference.parentElement.after(sidenote);
    sidenotes.set(reference, sidenote);
  }
  // From the top, so that nothing above a note is out of its place.
  for (const [reference, sidenote] of sidenotes) {
    const next = wide.find(({ block }) => follows(block, sidenote));
    if (next === undefined || bottomOf(sidenote) <= next.top) continue;
    sidenote.remove();
    sidenotes.delete(reference);
    left.add(noteOf(reference));
  }
  list.classList.toggle('kept', left.size > 0);
  const last = [...sidenotes.values()].at(-1);
  if (last !== undefined && bottomOf(last) > bottomOf(list.previousElementSibling) - MARGIN)
    last.classList.add('below');
}

/** Blocks that reach into the margin, each with its place. They stand below notes, which must not move them. */
function wideBlocks() {
  const { width } = text.getBoundingClientRect();
  const wide = [];
  for (const block of text.children) {
    if (getComputedStyle(block).clear === 'none') continue;
    if (block.getBoundingClientRect().width > width + 1) wide.push({ block, top: topOf(block) });
    else block.style.clear = 'none';
  }
  return wide;
}

function follows(block, sidenote) {
  return (sidenote.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** Pixels below the beginning of the text. */
function topOf(element) {
  return element.getBoundingClientRect().top - text.getBoundingClientRect().top;
}

function bottomOf(element) {
  return topOf(element) + element.getBoundingClientRect().height;
}

addSidenotes();
ROOM.addEventListener('change', addSidenotes);

for (const type of ['pointerover', 'focusin', 'click']) addEventListener(type, follow);

async function follow(event) {
  const reference = event.target.closest?.('[data-footnote-ref]');
  if (!references.includes(reference)) return;
  const { type, detail, pointerType } = event;
  if (type === 'pointerover' && pointerType !== 'mouse') return;
  if (type === 'focusin' && !reference.matches(':focus-visible')) return;
  if (type === 'click') {
    // The Enter key, and whoever opens a tab, go to the list.
    if (detail === 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
  }
  if (sidenotes.get(reference)?.checkVisibility()) return;
  const { show } = await import('./note.js');
  show(reference, contentOf(noteOf(reference)), event);
}
