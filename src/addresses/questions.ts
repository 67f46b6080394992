/**
 * What a body asks about its links, by which it is known whether it would be
 * rendered the same again on a site with the same ground (`groundOf`).
 */
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
  readonly sibling = (href: string) => this.#note('sibling', href, this.#resolver.sibling(href));
  // The ground tells these answers.
  readonly absolute = (address: string) => this.#resolver.absolute(address);
  readonly reference = (href: string) => this.#resolver.reference(href);
  readonly leadsAway = (href: string) => this.#resolver.leadsAway(href);

  #note<Answer>(about: Question, href: string, answer: Answer): Answer {
    if (about === 'sibling' || !this.#resolver.leadsAway(href)) {
      this.#questions.push(`${about} ${href}`);
      this.#answers.push(answer);
    }
    return answer;
  }
}

/** Whether the resolver would give the same answers. */
export function holds({ questions, answers }: Asked, resolver: LinkResolver): boolean {
  const given = questions.map((question) => {
    const end = question.indexOf(' ');
    const about = question.slice(0, end);
    return isQuestion(about) ? resolver[about](question.slice(end + 1)) : undefined;
  });
  return answers === JSON.stringify(given);
}

/** What has answers that change with the addresses of a site. */
const QUESTIONS = ['link', 'isLegacy', 'isMisplaced', 'sibling'] as const;
type Question = (typeof QUESTIONS)[number];

function isQuestion(about: string): about is Question {
  return QUESTIONS.some((question) => question === about);
}
