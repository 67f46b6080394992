/** Counts what a drawing shows when each reference to a part of it is followed, as `use` does. */
import { decodeLoosely } from '../../lib/paths.ts';
import { fragmentsInAttribute, keysOf, referringRules } from './svg-references.ts';
import { SvgError } from './svg-source.ts';

/** Elements that show another one, or its content. */
const REPEATING = new Set(['use', 'feImage', 'pattern']);
/** As many as librsvg draws of one file. */
const MAX_ELEMENTS = 500_000;

/** An element with an id, or the drawing, without the parts in it. */
interface Part {
  elements: number;
  readonly inside: Part[];
  /** Ids that its elements refer to. */
  readonly references: string[];
}

/** Receives the elements of a drawing in order. */
export class RepeatCounter {
  readonly #drawing = partOf();
  readonly #parts = new Map<string, Part>();
  /** The part that each open element belongs to. */
  readonly #open: Part[] = [];
  /** By the keys of its elements, the parts that rules may apply to. */
  readonly #keyed = new Map<string, Part[]>();
  /** Addresses of parts by the key of the rules that refer to them. */
  readonly #rules = new Map<string, Set<string>>();

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const around = this.#open.at(-1) ?? this.#drawing;
    const { id } = attributes;
    const part = id === undefined ? around : partOf();
    if (part !== around) around.inside.push(part);
    // Browsers find the first of several.
    if (id !== undefined && !this.#parts.has(id)) this.#parts.set(id, part);
    this.#open.push(part);
    part.elements++;
    for (const [attribute, value] of Object.entries(attributes)) {
      if (/^(?:xlink:)?href$/.test(attribute)) {
        if (REPEATING.has(name)) part.references.push(idOf(value));
      } else part.references.push(...fragmentsInAttribute(attribute, value).map(idOf));
    }
    for (const key of keysOf(name, attributes)) {
      const parts = this.#keyed.get(key);
      if (parts === undefined) this.#keyed.set(key, [part]);
      else parts.push(part);
    }
  }

  /** @param css of a `style` element, which may come after what it applies to */
  style(css: string): void {
    for (const { key, fragment } of referringRules(css)) {
      const fragments = this.#rules.get(key);
      if (fragments === undefined) this.#rules.set(key, new Set([fragment]));
      else fragments.add(fragment);
    }
  }

  close(): void {
    this.#open.pop();
  }

  /** @throws {SvgError} if a part refers to itself, or if there is too much to show */
  check(): void {
    if (this.#parts.size === 0) return;
    this.#applyRules();
    if (this.#count() > MAX_ELEMENTS) throw tooMany();
  }

  #applyRules(): void {
    let applied = 0;
    for (const [key, fragments] of this.#rules) {
      const parts = this.#keyed.get(key) ?? [];
      const ids = [...fragments].map(idOf).filter((id) => this.#parts.has(id));
      applied += parts.length * ids.length;
      if (applied > MAX_ELEMENTS) throw tooMany();
      for (const part of parts) part.references.push(...ids);
    }
  }

  /** In one pass over the graph, without recursion, since a chain may be as long as the file. */
  #count(): number {
    const counted = new Map<Part, number>();
    const entered = new Set<Part>();
    const waiting = [this.#drawing];
    for (let part = waiting.at(-1); part !== undefined; part = waiting.at(-1)) {
      const shown = [...part.inside, ...part.references.flatMap((id) => this.#parts.get(id) ?? [])];
      const missing = counted.has(part) ? [] : shown.filter((other) => !counted.has(other));
      if (missing.some((other) => entered.has(other)))
        throw new SvgError('a part of it repeats itself without end');
      if (missing.length > 0) {
        entered.add(part);
        for (const other of missing) waiting.push(other);
        continue;
      }
      waiting.pop();
      counted.set(
        part,
        shown.reduce((sum, other) => sum + (counted.get(other) ?? 0), part.elements),
      );
    }
    return counted.get(this.#drawing) ?? 0;
  }
}

function tooMany(): SvgError {
  return new SvgError(
    `with all that it repeats, it has more than ${MAX_ELEMENTS.toLocaleString('en')} elements`,
  );
}

/** @param fragment `#leaf` */
function idOf(fragment: string): string {
  return decodeLoosely(fragment.trim().slice(1));
}

function partOf(): Part {
  return { elements: 0, inside: [], references: [] };
}
