/** Whether a text is a URL: `URL.canParse` without its mistake in Node.js 20. */

/**
 * Once V8 11 has compiled its caller, `URL.canParse` denies URLs with letters such as `ü` if V8 keeps the text as
 * Latin-1. May go with Node.js 20.
 */
const MISJUDGED = /[\x80-\xff]/;

export function canParseUrl(url: string, base?: string): boolean {
  if (URL.canParse(url, base)) return true;
  return MISJUDGED.test(url + (base ?? '')) && parses(url, base);
}

function parses(url: string, base: string | undefined): boolean {
  try {
    return new URL(url, base).href !== '';
  } catch {
    return false;
  }
}
