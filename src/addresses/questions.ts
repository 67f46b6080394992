/** What a body asks about its links, by which it is known whether it would be rendered the same again. */
import type { LinkResolver } from './resolver.ts';

export interface Asked {
  /** Each what is asked, a space, and the link; plain texts, which threads and disks take fast. */
  readonly questions: readonly string[];
  /** The answers in their order, as JSON. */
  readonly answers: string;
}

/** A resolver that answers like another one and takes down what it is asked. */
export class Inquiry implements LinkResolver {
  readonly #resolver: LinkResolver;
  readonly #questions: string[] = [];
  readonly #answers: unknown[] = [];

  constructor(resolver: LinkResolver) {
    this.#resolver = resolver;
  }

  get asked(): Asked {
    return { questions: this.#questions, answers: JSON.stringify(this.#answers) };
  }

  readonly link = (href: string) => this.#note('link', href, this.#resolver.link(href));
  readonly isLegacy = (href: string) => this.#note('isLegacy', href, this.#resolver.isLegacy(href));
  readonly isMisplaced = (href: string) =>
    this.#note('isMisplaced', href, this.#resolver.isMisplaced(href));
  readonly absolute = (href: string) => this.#note('absolute', href, this.#resolver.absolute(href));
  readonly sibling = (href: string) => this.#note('sibling', href, this.#resolver.sibling(href));
  readonly reference = (href: string) =>
    this.#note('reference', href, this.#resolver.reference(href));

  #note<Answer>(about: keyof LinkResolver, href: string, answer: Answer): Answer {
    this.#questions.push(`${about} ${href}`);
    this.#answers.push(answer);
    return answer;
  }
}

/** Whether the resolver would give the same answers. */
export function holds({ questions, answers }: Asked, resolver: LinkResolver): boolean {
  const given = questions.map((question) => {
    const end = question.indexOf(' ');
    const about = question.slice(0, end);
    return isAnswered(about, resolver) ? resolver[about](question.slice(end + 1)) : undefined;
  });
  return answers === JSON.stringify(given);
}

function isAnswered(about: string, resolver: LinkResolver): about is keyof LinkResolver {
  return about in resolver;
}
