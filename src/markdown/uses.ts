/** Tells apart several uses of one address in a text, so that each problem has its own line. */
import { elementsOf, type Document, type Element } from '../lib/html.ts';
import { urlsOf } from '../lib/srcset.ts';

/** An address as the writer wrote it. */
export interface Written {
  readonly written: string;
  /** Which of its uses in the text this is, 1-based; absent if unknown. */
  readonly use?: number | undefined;
}

const URL_ATTRIBUTES = ['href', 'src', 'poster', 'data'];

export class Uses {
  readonly #counts = new Map<string, number>();
  readonly #uses = new Map<Element, Map<string, number>>();

  /** @param tree before any pass, so that its order is that of the text */
  constructor(tree: Document) {
    for (const element of elementsOf(tree))
      for (const address of addressesOf(element)) this.#add(element, address);
  }

  /** @param address an attribute of the element */
  of(element: Element, address: string): Written {
    const written = address.trim();
    return { written, use: this.#uses.get(element)?.get(written) };
  }

  #add(element: Element, address: string): void {
    const use = (this.#counts.get(address) ?? 0) + 1;
    this.#counts.set(address, use);
    const uses = this.#uses.get(element) ?? new Map<string, number>();
    this.#uses.set(element, uses.set(address, use));
  }
}

function addressesOf({ attribs }: Element): string[] {
  const addresses = URL_ATTRIBUTES.flatMap((name) => attribs[name]?.trim() ?? []);
  return attribs['srcset'] === undefined ? addresses : [...addresses, ...urlsOf(attribs['srcset'])];
}
