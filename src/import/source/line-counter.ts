/** Counts the lines of a text that comes in pieces. */
export class LineCounter {
  /** 1-based line of the last position that was asked for. */
  line = 1;
  #piece = '';
  #start = 0;
  /** Up to where lines are counted. */
  #counted = 0;

  /** Characters of all pieces so far. */
  get end(): number {
    return this.#start + this.#piece.length;
  }

  add(piece: string): void {
    this.at(this.end);
    this.#start = this.end;
    this.#piece = piece;
  }

  /** @param position in all pieces, ascending */
  at(position: number): number {
    const to = position - this.#start;
    let at = this.#piece.indexOf('\n', Math.max(0, this.#counted - this.#start));
    for (; at !== -1 && at < to; at = this.#piece.indexOf('\n', at + 1)) this.line++;
    this.#counted = Math.max(this.#counted, position);
    return this.line;
  }
}
