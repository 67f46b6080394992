/**
 * Rendered bodies, kept from one load of the site to the next. A body is
 * rendered again when its text, its files or its address have changed, or when
 * a link in it now leads elsewhere.
 */
import { isDeepStrictEqual } from 'node:util';
import { linkResolver, type LinkResolver } from '../addresses/resolver.ts';
import { Readers } from '../content/readers.ts';
import { finishBody, parseBody } from '../markdown/render-body.ts';
import { toBody, type Body } from './body.ts';
import type { Job, Places } from './crew.ts';

/** What renders the bodies of one load: every job is added, then all are finished. */
export interface Bodies {
  add(job: Job): void;
  /** Every body that has a place, rendered, by its file. */
  finish(places: Places): Promise<ReadonlyMap<string, Body>>;
}

interface Kept {
  readonly job: Job;
  readonly url: string;
  readonly body: Body;
  /** What the body asked about its links, and was told. */
  readonly asked: readonly Question[];
}

interface Question {
  readonly about: keyof LinkResolver;
  readonly href: string;
  readonly answer: ReturnType<LinkResolver[keyof LinkResolver]>;
}

export class BodyCache {
  #kept = new Map<string, Kept>();

  /** Begins a load. */
  begin(): Bodies {
    const jobs: Job[] = [];
    return {
      add: (job) => void jobs.push(job),
      finish: (places) => this.#finish(jobs, places),
    };
  }

  async #finish(jobs: readonly Job[], places: Places): Promise<ReadonlyMap<string, Body>> {
    const resolver = linkResolver(places.links);
    const kept = new Map<string, Kept>();
    for (const job of jobs) {
      const { file } = job.source;
      const url = places.urls.get(file);
      if (url === undefined) continue;
      const known = this.#kept.get(file);
      const isGood = known !== undefined && known.url === url && holds(known, job, resolver);
      kept.set(file, isGood ? known : await render(job, url, resolver));
    }
    this.#kept = kept;
    return new Map([...kept].map(([file, { body }]) => [file, body]));
  }
}

/** Whether rendering the job would give the same body again. */
function holds(
  { job, asked }: Kept,
  { source, description }: Job,
  resolver: LinkResolver,
): boolean {
  return (
    job.source.markdown === source.markdown &&
    job.source.language === source.language &&
    job.description === description &&
    job.source.files.join('\n') === source.files.join('\n') &&
    asked.every(({ about, href, answer }) => isDeepStrictEqual(resolver[about](href), answer))
  );
}

async function render(job: Job, url: string, resolver: LinkResolver): Promise<Kept> {
  const asked: Question[] = [];
  const ask = <Answer extends Question['answer']>(
    about: keyof LinkResolver,
    answerTo: (href: string) => Answer,
  ) => {
    return (href: string): Answer => {
      const answer = answerTo(href);
      asked.push({ about, href, answer });
      return answer;
    };
  };
  const rendered = await finishBody(parseBody(job.source), url, {
    link: ask('link', resolver.link),
    isLegacy: ask('isLegacy', resolver.isLegacy),
    isMisplaced: ask('isMisplaced', resolver.isMisplaced),
    absolute: ask('absolute', resolver.absolute),
    sibling: ask('sibling', resolver.sibling),
    reference: ask('reference', resolver.reference),
  });
  return { job, url, asked, body: toBody(rendered, job.description) };
}

/** What is known of the texts of a site, so that only those that have changed are parsed again. */
export class LoadCache {
  readonly readers = new Readers();
  readonly bodies = new BodyCache();
}
