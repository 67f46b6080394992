/** Forms of texts and addresses in which what means the same is the same. */

/** Without what typographers change. */
export function plainText(text: string): string {
  return text
    .replace(/[\u2018\u2019\u201a\u201b\u2032]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u2033]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll('\u2026', '...')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The same for all ways to write an address. */
export function plainAddress(address: string): string {
  const url = address
    .trim()
    .replace(/^(?:https?:)?\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/\/$/, '');
  return url.replace(/(?:%[\da-f]{2})+/gi, decoded).normalize('NFC');
}

function decoded(sequences: string): string {
  try {
    return decodeURIComponent(sequences);
  } catch {
    return sequences;
  }
}

/** Those of a multiset that another does not have, in their order. */
export function without(
  texts: readonly string[],
  others: readonly string[],
  keyOf: (text: string) => string,
): string[] {
  const counts = new Map<string, number>();
  for (const other of others) {
    const key = keyOf(other);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return texts.filter((text) => {
    const key = keyOf(text);
    const count = counts.get(key) ?? 0;
    counts.set(key, count - 1);
    return count <= 0;
  });
}
