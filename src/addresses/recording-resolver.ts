/**
 * Records the link lookups of a body, so that a cached body can be reused as long as the same
 * lookups give the same answers and `siteFingerprint` is unchanged.
 */
import type { LinkResolver } from './resolver.ts';

export interface Lookups {
  /** `link https://example.org/`: kind and link as one string, which is fast to clone and store. */
  readonly queries: readonly string[];
  /** JSON array of the answers, in the order of the queries. */
  readonly answers: string;
}

/** Wraps a resolver and records every query. */
export class RecordingResolver implements LinkResolver {
  readonly #resolver: LinkResolver;
  readonly #queries: string[] = [];
  readonly #answers: unknown[] = [];

  constructor(resolver: LinkResolver) {
    this.#resolver = resolver;
  }

  get lookups(): Lookups {
    return { queries: this.#queries, answers: JSON.stringify(this.#answers) };
  }

  readonly link = (href: string) => this.#record('link', href, this.#resolver.link(href));
  readonly isLegacy = (href: string) =>
    this.#record('isLegacy', href, this.#resolver.isLegacy(href));
  readonly hasWrongMonth = (href: string) =>
    this.#record('hasWrongMonth', href, this.#resolver.hasWrongMonth(href));
  readonly sibling = (href: string) => this.#record('sibling', href, this.#resolver.sibling(href));
  // These answers depend only on `siteFingerprint`.
  readonly own = (href: string) => this.#resolver.own(href);
  readonly absolute = (address: string) => this.#resolver.absolute(address);
  readonly reference = (href: string) => this.#resolver.reference(href);
  readonly isExternal = (href: string) => this.#resolver.isExternal(href);

  #record<Answer>(kind: Query, href: string, answer: Answer): Answer {
    if (kind === 'sibling' || !this.#resolver.isExternal(href)) {
      this.#queries.push(`${kind} ${href}`);
      this.#answers.push(answer);
    }
    return answer;
  }
}

/** Whether the resolver still gives the recorded answers. */
export function stillValid({ queries, answers }: Lookups, resolver: LinkResolver): boolean {
  const current = queries.map((query) => {
    const end = query.indexOf(' ');
    const kind = query.slice(0, end);
    return isQuery(kind) ? resolver[kind](query.slice(end + 1)) : undefined;
  });
  return answers === JSON.stringify(current);
}

/** Methods whose answers depend on the URLs of the site. */
const QUERIES = ['link', 'isLegacy', 'hasWrongMonth', 'sibling'] as const;
type Query = (typeof QUERIES)[number];

function isQuery(kind: string): kind is Query {
  return QUERIES.some((query) => query === kind);
}
