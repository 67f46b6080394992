/** Shows footnotes beside the text where there is room, and else in a popover. The list at the end stays. */

/** Where there is room; see `notes.css`. */
const ROOM = matchMedia('(min-width: 79rem)');

/** Longer notes, and those with more than text, would not fit beside the text. */
const MOST_CHARACTERS = 600;
const TOO_LARGE = 'pre, table, img, iframe, ul, ol, blockquote';

/** What has edges of its own, which a note cannot leave. */
const CLOSED = 'table, pre, figure, details, .markdown-alert, h2, h3, h4, h5, h6';

/** Milliseconds until a popover opens under the pointer, and closes behind it. */
const DELAY = 150;
const PATIENCE = 300;

const list = document.querySelector('.footnotes');
const references = [...document.querySelectorAll('.prose [data-footnote-ref]')].filter(
  (reference) => !list.contains(reference),
);

function noteOf({ hash }) {
  return document.getElementById(hash.slice(1));
}

/** A copy of a note, without the way back to its number. */
function contentOf(note) {
  const copy = note.cloneNode(true);
  for (const link of copy.querySelectorAll('[data-footnote-backref]')) link.remove();
  for (const element of copy.querySelectorAll('[id]')) element.removeAttribute('id');
  return copy.childNodes;
}

/** By their references. */
const sidenotes = new Map();

/** Listeners and the keyboard have the list. */
function addSidenotes() {
  const left = new Set(list.querySelectorAll(':scope > ol > li'));
  for (const reference of references) {
    const note = noteOf(reference);
    const isTooLarge =
      note.textContent.length > MOST_CHARACTERS || note.querySelector(TOO_LARGE) !== null;
    if (!left.has(note) || isTooLarge || reference.closest(CLOSED) !== null) continue;
    left.delete(note);
    const mark = reference.closest('sup');
    const aside = document.createElement('aside');
    aside.className = 'sidenote';
    aside.ariaHidden = 'true';
    aside.append(mark.textContent, '\u2002', ...contentOf(note));
    for (const link of aside.querySelectorAll('a')) link.tabIndex = -1;
    mark.after(aside);
    sidenotes.set(reference, aside);
  }
  list.classList.toggle('kept', left.size > 0);
}

const whenThereIsRoom = () => {
  if (!ROOM.matches) return;
  ROOM.removeEventListener('change', whenThereIsRoom);
  addSidenotes();
};
ROOM.addEventListener('change', whenThereIsRoom);
whenThereIsRoom();

const popover = document.createElement('div');
popover.className = 'note';
popover.role = 'note';
popover.popover = 'auto';

let open;
let timer;
/** Whether the popover has just closed, which gives the focus back. */
let isClosing = false;

function show(reference) {
  clearTimeout(timer);
  if (open === reference || sidenotes.get(reference)?.checkVisibility()) return;
  if (open !== undefined) popover.hidePopover();
  popover.replaceChildren(...contentOf(noteOf(reference)));
  reference.closest('sup').after(popover);
  popover.showPopover({ source: reference });
  open = reference;
  place(reference.getBoundingClientRect());
}

/** Below the number, or above it where there is no room below. */
function place({ left, top, bottom }) {
  const { offsetWidth: width, offsetHeight: height } = popover;
  const { clientWidth } = document.documentElement;
  const x = Math.max(16, Math.min(left - width / 2, clientWidth - width - 16));
  const isBelow = bottom + height + 8 < innerHeight || top < height + 8;
  popover.style.left = `${x + scrollX}px`;
  popover.style.top = `${(isBelow ? bottom + 8 : top - height - 8) + scrollY}px`;
}

function hide() {
  if (open !== undefined) popover.hidePopover();
}

function hideSoon() {
  clearTimeout(timer);
  timer = setTimeout(hide, PATIENCE);
}

popover.addEventListener('beforetoggle', ({ newState }) => {
  if (newState === 'open') return;
  open = undefined;
  isClosing = true;
  setTimeout(() => (isClosing = false));
});
popover.addEventListener('toggle', ({ newState }) => {
  if (newState === 'closed') popover.remove();
});
popover.addEventListener('pointerenter', () => clearTimeout(timer));
popover.addEventListener('pointerleave', hideSoon);
popover.addEventListener('focusout', ({ relatedTarget }) => {
  if (!popover.contains(relatedTarget)) hide();
});

for (const reference of 'showPopover' in popover ? references : []) {
  reference.addEventListener('pointerenter', ({ pointerType }) => {
    if (pointerType !== 'mouse') return;
    clearTimeout(timer);
    timer = setTimeout(show, DELAY, reference);
  });
  reference.addEventListener('pointerleave', hideSoon);
  reference.addEventListener('focus', () => {
    if (!isClosing && reference.matches(':focus-visible')) show(reference);
  });
  reference.addEventListener('blur', ({ relatedTarget }) => {
    if (!popover.contains(relatedTarget)) hide();
  });
  reference.addEventListener('click', (event) => {
    // The keyboard, and whoever opens a tab, go to the list.
    const { detail, ctrlKey, metaKey, shiftKey, altKey } = event;
    if (detail === 0 || ctrlKey || metaKey || shiftKey || altKey) return hide();
    event.preventDefault();
    show(reference);
  });
}
