/** Fingerprints of values of the model: the same for equal values, in every build. */
import { hash } from 'node:crypto';

/** Longest text that stands for itself: hashing a short one takes longer than writing it out. */
const SHORT = 200;

export class Fingerprints {
  /** Of large values, which others share. */
  readonly #known = new WeakMap<object, string>();

  /** Large values that share nothing with others, which JavaScript itself writes out faster. */
  readonly #whole: WeakSet<object>;

  /** @param whole values without maps, bytes, functions and cycles */
  constructor(whole: readonly object[] = []) {
    this.#whole = new WeakSet(whole);
  }

  /** @param value plain data without cycles. Functions are all equal, because they belong to the program. */
  of(value: unknown): string {
    if (typeof value === 'string') return short(`"${value.length} ${value}`);
    if (typeof value === 'function') return '()';
    if (typeof value !== 'object' || value === null) return String(value);
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    const parts = this.#whole.has(value) ? JSON.stringify(value) : this.#partsOf(value);
    if (parts.length <= SHORT) return parts;
    const fingerprint = short(parts);
    this.#known.set(value, fingerprint);
    return fingerprint;
  }

  #partsOf(value: object): string {
    let parts = '';
    if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
    if (Array.isArray(value)) {
      for (const item of value) parts += `${this.of(item)},`;
      return `[${parts}]`;
    }
    // Two lists are made faster than a list of pairs.
    const names = value instanceof Map ? [...value.keys()] : Object.keys(value);
    const values: readonly unknown[] =
      value instanceof Map ? [...value.values()] : Object.values(value);
    for (const [index, name] of names.entries()) parts += `${name}:${this.of(values[index])},`;
    return `{${parts}}`;
  }
}

/** A long text as 144 bits of its hash. */
function short(text: string): string {
  if (text.length <= SHORT) return text;
  return `#${hash('sha256', text, 'base64').slice(0, 24)}`;
}
