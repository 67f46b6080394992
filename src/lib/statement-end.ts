/** Finds the end of a statement of JavaScript by its brackets. */

const OPENING = '([{';
const CLOSING = ')]}';
const QUOTES = '"\'`';

/**
 * The offset behind the first statement with brackets from `start`; `undefined` if they are not
 * balanced. A call of the function just defined belongs to its statement.
 */
export function statementEnd(text: string, start: number): number | undefined {
  let depth = 0;
  let quote = '';
  for (let index = start; index < text.length; index++) {
    const sign = text.charAt(index);
    if (quote !== '') {
      if (sign === '\\') index++;
      else if (sign === quote) quote = '';
    } else if (depth > 0 && QUOTES.includes(sign)) quote = sign;
    else if (OPENING.includes(sign)) depth++;
    else if (CLOSING.includes(sign)) {
      depth--;
      if (depth === 0 && !goesOn(text, index + 1)) return index + 1 + semicolon(text, index + 1);
    }
    if (depth < 0) return undefined;
  }
  return undefined;
}

/** Whether a bracket or a property follows: `function () { … }.call(this)`. */
function goesOn(text: string, index: number): boolean {
  return /^\s*(?:[([{]|\.[A-Za-z_$])/.test(text.slice(index, index + LOOKAHEAD));
}

function semicolon(text: string, index: number): number {
  return /^\s*;/.exec(text.slice(index, index + LOOKAHEAD))?.[0].length ?? 0;
}

const LOOKAHEAD = 40;
