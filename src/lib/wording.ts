/** Counts, lists and times in messages. */

/** `1 post`, `2 posts` */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** `a, b and 2 more` */
export function firstFew(names: readonly string[], shown: number): string {
  const more = names.length - shown;
  const first = names.slice(0, shown).join(', ');
  return more > 0 ? `${first} and ${more} more` : first;
}

/** `0.42 s` */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
