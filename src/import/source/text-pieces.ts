/** Joins a text that comes in many small pieces, such as one for each character reference. */
import { ownText } from '../../lib/own-copy.ts';

/** Pieces that are joined at a time. */
const MANY = 1000;

/** Millions of pieces that were only added up would take ten times the memory of the text. */
export class TextPieces {
  readonly #joined: string[] = [];
  #recent: string[] = [];

  add(piece: string): void {
    this.#recent.push(piece);
    if (this.#recent.length < MANY) return;
    this.#joined.push(this.#recent.join(''));
    this.#recent = [];
  }

  /** The whole text, in memory of its own. */
  join(): string {
    const parts = [...this.#joined, ...this.#recent];
    return parts.length === 1 ? ownText(parts[0] ?? '') : parts.join('');
  }
}
