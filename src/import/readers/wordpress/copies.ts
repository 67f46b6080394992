/** Finds items that an export holds twice: its files may be from several days, or overlap. */

export class Copies {
  /** Number of the newest item, by id. */
  readonly #newest = new Map<string, number>();
  /** When each was last changed; `undefined` if there is but one file, in which the last one counts. */
  readonly #modified: Map<string, string> | undefined;
  #count = 0;

  constructor(compares: boolean) {
    this.#modified = compares ? new Map() : undefined;
  }

  /**
   * To be called for each item, in order.
   * @param modified times that sort as text
   */
  add(id: string, modified: string): void {
    const number = this.#count++;
    if (id === '' || modified < (this.#modified?.get(id) ?? '')) return;
    this.#newest.set(id, number);
    this.#modified?.set(id, modified);
  }

  /** @param number of the item, in the order of `add`, from 0 */
  isNewest(id: string, number: number): boolean {
    return (this.#newest.get(id) ?? number) === number;
  }
}
