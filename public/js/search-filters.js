/** Filters of the search. */

/** @param values values of a filter; years are listed newest first */
export function offer(filter, values) {
  const { lang } = document.documentElement;
  const compare = new Intl.Collator(lang, { numeric: true }).compare;
  const sorted = values.toSorted(compare);
  if (filter.name === 'year') sorted.reverse();
  filter.append(...sorted.map((value) => new Option(value)));
  filter.hidden = values.length < 2;
}
