/**
 * Notes which parts of the site a page reads. Templates get a view of the site whose properties are getters. A
 * part is a property of the site, a property of a plain object directly in it, such as `facts.title`, or a value
 * of a map, such as `alternates:/about/`.
 */
import type { Site } from '../site/model.ts';

/** Names of what is read while something is made; `undefined` while nobody asks. */
let current: Set<string> | undefined;

export interface Made<Result> {
  readonly result: Result;
  /** Names of parts. */
  readonly reads: ReadonlySet<string>;
}

/** Runs `make`, and collects what it reads. */
export function collectReads<Result>(make: () => Result): Made<Result> {
  const outer = current;
  const reads = new Set<string>();
  current = reads;
  try {
    return { result: make(), reads };
  } finally {
    current = outer;
    noteReads(reads);
  }
}

/** Notes again what something was made from, because it is used again. */
export function noteReads(reads: ReadonlySet<string>): void {
  if (current !== undefined) for (const name of reads) current.add(name);
}

export class SiteReads {
  /** The site; whatever is read of it is noted. */
  readonly site: Site;
  /** All parts that every site of this shape has: those of maps are missing. */
  readonly names: readonly string[];
  readonly #parts = new Map<string, unknown>();

  constructor(site: Site) {
    const editions = site.editions.map((edition, index) =>
      this.#view(edition, `editions.${index}.`),
    );
    this.site = this.#view(
      Object.setPrototypeOf({ ...site, editions }, Object.getPrototypeOf(site)),
      '',
    );
    this.names = [...this.#parts.keys()];
  }

  /** The value of a part; `undefined` if this site has no such part. */
  partOf(name: string): unknown {
    const colon = name.indexOf(':');
    if (colon === -1) return this.#parts.get(name);
    const map = this.#parts.get(name.slice(0, colon));
    return map instanceof Map ? map.get(name.slice(colon + 1)) : undefined;
  }

  /** @param prefix of the names of its parts */
  #view<Whole extends object>(whole: Whole, prefix: string): Whole {
    return this.#viewOf(whole, (key, value: unknown) => {
      const name = `${prefix}${key}`;
      // Views already, and texts of the program.
      if (key === 'editions' || key === 'words') return () => value;
      if (value instanceof Map) return this.#getMap(name, value);
      if (!isRecord(value)) return this.#getPart(name, value);
      const view = this.#viewOf(value, (inner, part) => this.#getPart(`${name}.${inner}`, part));
      return () => view;
    });
  }

  /** @param getter makes the getter of a property */
  #viewOf<Whole extends object>(
    whole: Whole,
    getter: (key: string, value: unknown) => () => unknown,
  ): Whole {
    const view: Whole = Object.create(Object.getPrototypeOf(whole));
    for (const [key, value] of Object.entries(whole))
      Object.defineProperty(view, key, { enumerable: true, get: getter(key, value) });
    return view;
  }

  #getPart(name: string, value: unknown): () => unknown {
    this.#parts.set(name, value);
    return () => {
      current?.add(name);
      return value;
    };
  }

  #getMap(name: string, map: ReadonlyMap<unknown, unknown>): () => unknown {
    this.#parts.set(name, map);
    const view = new Proxy(map, {
      get(target, property) {
        if (property === 'get') {
          return (key: unknown) => {
            current?.add(`${name}:${String(key)}`);
            return target.get(key);
          };
        }
        current?.add(name);
        const value: unknown = Reflect.get(target, property, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    return () => view;
  }
}

/** Whether a value is an object of the model, and no list. */
function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
