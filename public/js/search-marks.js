/** Marks the words of a query. */
import { formsOf } from './search-engine.js';

const WORD = /([\p{L}\p{M}\p{N}]+)/u;

/** A text as nodes, with the words marked that begin like one of the query. */
export function withMarks(text, query, spelling) {
  const unspaced = new RegExp(spelling.unspaced, 'u');
  const asked = query
    .split(WORD)
    .filter((word) => WORD.test(word))
    .map((word) => ({ word, isPart: unspaced.test(word), forms: formsOf(word, spelling) }));
  return text.split(WORD).flatMap((part) => {
    const forms = formsOf(part, spelling);
    const beginsLike = (form) => forms.some((own) => own.startsWith(form));
    const found = asked.find(({ word, isPart, forms: others }) =>
      isPart ? part.includes(word) : others.some(beginsLike),
    );
    if (found === undefined) return [part];
    if (!found.isPart) return [markOf(part)];
    const [first, ...others] = part.split(found.word);
    return [first, ...others.flatMap((other) => [markOf(found.word), other])];
  });
}

export function markOf(text) {
  const mark = document.createElement('mark');
  mark.textContent = text;
  return mark;
}
