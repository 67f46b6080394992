/** Field that shows only those entries of the lists after it that contain every word. */

const place = document.querySelector('.filter');
const within = place.parentElement;
const { label, shown } = place.dataset;
const { lang } = document.documentElement;

const entries = [...within.querySelectorAll('.post-index > li, .counted-list > li')].map(
  (item) => ({ item, text: fold(item.textContent) }),
);
const groups = within.querySelectorAll('.month, .period, details.single');
const folded = within.querySelectorAll('.period > details, details.single');
const opened = new Map();

const field = document.createElement('input');
field.type = 'search';
field.autocomplete = 'off';
const caption = document.createElement('span');
caption.textContent = label;
const frame = document.createElement('label');
frame.append(caption, field);
const status = document.createElement('output');
status.setAttribute('aria-live', 'polite');
place.append(frame, status);
field.addEventListener('input', filter);
// The browser may have kept the text of an earlier visit.
if (field.value !== '') filter();

function filter() {
  const words = fold(field.value).split(/\s+/).filter(Boolean);
  let count = 0;
  for (const { item, text } of entries) {
    item.hidden = !words.every((word) => text.includes(word));
    if (!item.hidden) count++;
  }
  for (const group of groups) group.hidden = group.querySelector('li:not([hidden])') === null;
  unfold(words.length > 0);
  status.textContent = words.length === 0 ? '' : shown.replace('#', count.toLocaleString(lang));
}

/** Opens what is folded; afterwards it is as the reader left it. */
function unfold(isFiltering) {
  for (const details of folded) {
    if (isFiltering && !opened.has(details)) opened.set(details, details.open);
    details.open = isFiltering || (opened.get(details) ?? details.open);
    if (!isFiltering) opened.delete(details);
  }
}

/** Without case and accents. */
function fold(text) {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
