/** What a host gets from a site, and what it returns: configuration files, stubs and problems. */
import type { Redirect, RedirectTable } from '../../addresses/redirect.ts';
import type { OwnFile } from '../../content/own-files.ts';
import { decodePath } from '../../lib/paths.ts';
import type { Problem, Problems } from '../../lib/problem.ts';
import type { Deployment, FeedType } from '../../site/deployment.ts';
import type { OutputFile } from '../../site/model.ts';

export type { Deployment, FeedType };

export interface HostOutput {
  /** Configuration files. */
  readonly files: readonly OutputFile[];
  /** Old addresses that need a file, because the host has no rule for them. */
  readonly stubs: readonly Redirect[];
}

/** Writes a site's redirects, headers and error page as one host's configuration. */
export interface Host {
  /** Name used in messages: `Cloudflare Pages`. */
  readonly title: string;
  /** Reports limits that the site exceeds, and features that the host does not have. */
  readonly emit: (site: Deployment, problems: Problems) => HostOutput;
}

/** Reports problems about one host. `what` continues a sentence that begins with the host's title. */
export interface HostReport {
  /** An error: the site exceeds a limit of the host. */
  readonly limit: (what: string, hint: string) => void;
  /** A warning: the host cannot do what the site asks. */
  readonly unsupported: (what: string, hint: string) => void;
  /** A warning: a file of `public/` prevails over the build. `what` continues its name. */
  readonly yields: (own: OwnFile, what: string) => void;
  /** An error: a file of `public/` is invalid. */
  readonly invalid: (problem: Omit<Problem, 'severity'>) => void;
  /** An error: a file of `public/` cannot be merged. `what` continues its name. */
  readonly refuse: (own: OwnFile, what: string, hint: string) => void;
}

/** @param emit may leave out `stubs` when there are none */
export function defineHost(
  title: string,
  emit: (site: Deployment, report: HostReport) => Pick<HostOutput, 'files'> & Partial<HostOutput>,
): Host {
  return {
    title,
    emit: (site, problems) => {
      const problem = (what: string, hint: string) => ({
        ...site.owner,
        message: `${title} ${what}`,
        hint,
      });
      const output = emit(site, {
        limit: (what, hint) => problems.error({ code: 'host-limit', ...problem(what, hint) }),
        unsupported: (what, hint) =>
          problems.warn({ code: 'host-unsupported', ...problem(what, hint) }),
        yields: ({ file }, what) =>
          problems.warn({
            file,
            code: 'own-file-wins',
            message: `${file} ${what}; the file comes first, so ${title} follows it.`,
            hint: 'Do nothing if that is what you want; otherwise remove it from the file.',
          }),
        invalid: (found) => problems.error(found),
        refuse: ({ file }, what, hint) =>
          problems.error({
            file,
            code: 'own-file-refused',
            message: `${file} ${what}, so ${title} would follow only one of them.`,
            hint,
          }),
      });
      return { stubs: [], ...output };
    },
  };
}

/** Every known old address, for hosts without redirect rules. */
export function allStubs({ exact, patterns }: RedirectTable): Redirect[] {
  return [...exact, ...patterns.flatMap(({ known }) => known)];
}

/** The percent-decoded path, or the path itself if it is malformed. */
export function decoded(path: string): string {
  return decodePath(path) ?? path;
}

/** Headers as `vercel.json` and `firebase.json` write them. */
export function headerList(headers: Readonly<Record<string, string>>) {
  return Object.entries(headers).map(([key, value]) => ({ key, value }));
}

/** `2,048` */
export function grouped(count: number): string {
  return count.toLocaleString('en');
}
