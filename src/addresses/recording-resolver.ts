/**
 * What a body asks about its links, by which it is known whether it would be
 * rendered the same again on a site with the same ground (`siteFingerprint`).
 */
import type { LinkResolver } from './resolver.ts';

export interface Lookups {
  /** Each what is asked, a space, and the link; plain texts, which threads and disks take fast. */
  readonly queries: readonly string[];
  /** The answers in their order, as JSON. */
  readonly answers: string;
}

/** A resolver that answers like another one and takes down every query. */
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

  readonly link = (href: string) => this.#note('link', href, this.#resolver.link(href));
  readonly isLegacy = (href: string) => this.#note('isLegacy', href, this.#resolver.isLegacy(href));
  readonly isMisplaced = (href: string) =>
    this.#note('isMisplaced', href, this.#resolver.isMisplaced(href));
  readonly sibling = (href: string) => this.#note('sibling', href, this.#resolver.sibling(href));
  // The ground tells these answers.
  readonly absolute = (address: string) => this.#resolver.absolute(address);
  readonly reference = (href: string) => this.#resolver.reference(href);
  readonly leadsAway = (href: string) => this.#resolver.leadsAway(href);

  #note<Answer>(about: Query, href: string, answer: Answer): Answer {
    if (about === 'sibling' || !this.#resolver.leadsAway(href)) {
      this.#queries.push(`${about} ${href}`);
      this.#answers.push(answer);
    }
    return answer;
  }
}

/** Whether the resolver would give the same answers. */
export function stillValid({ queries, answers }: Lookups, resolver: LinkResolver): boolean {
  const given = queries.map((query) => {
    const end = query.indexOf(' ');
    const about = query.slice(0, end);
    return isQuery(about) ? resolver[about](query.slice(end + 1)) : undefined;
  });
  return answers === JSON.stringify(given);
}

/** What has answers that change with the addresses of a site. */
const QUERIES = ['link', 'isLegacy', 'isMisplaced', 'sibling'] as const;
type Query = (typeof QUERIES)[number];

function isQuery(about: string): about is Query {
  return QUERIES.some((query) => query === about);
}
