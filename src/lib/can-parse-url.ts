/**
 * `URL.canParse`, which is wrong in Node.js 20 once V8 has compiled its caller: it then denies addresses whose
 * host has letters such as `ü`, if V8 keeps the text as Latin-1.
 */
export function canParseUrl(url: string, base?: string): boolean {
  try {
    return new URL(url, base).href !== '';
  } catch {
    return false;
  }
}
