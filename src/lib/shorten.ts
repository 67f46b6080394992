/** Cuts text for a small place. */

/** Ends in an ellipsis if it is cut: after a whole word, if the script separates words by spaces. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.lastIndexOf(' ', length);
  return `${text.slice(0, cut > 0 ? cut : length).toWellFormed()}\u2026`;
}
