/** What deploys a blog to a host. */
import type { HostName } from '../../content/site-schema.ts';
import type { NewFile } from '../new-file.ts';

export interface Blog {
  /** Name for the host: lower-case letters, digits and hyphens. */
  readonly name: string;
  /** Path of the home page: `/`, or `/blog/`. */
  readonly basePath: string;
  /** Folder of the documents. */
  readonly docs: string;
}

export interface SetUp {
  readonly files: readonly NewFile[];
  /** What the owner does then, in sentences. */
  readonly steps: readonly string[];
}

/** Version of Node.js on the machines that build. */
export const NODE = 24;

/**
 * Installs the packages of the lock file, from npm's cache where it has them. No deployment waits for an
 * audit whose findings nobody reads.
 */
export const INSTALL = 'npm ci --prefer-offline --no-audit --no-fund';

/** Builds for this host, whatever `site.yaml` says. */
export function buildFor(host: HostName): string {
  return `npm run build -- --host ${host}`;
}
