/** Builds the corpus once per run, shared by all test files. */
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { HostName } from '../../src/content/site-schema.ts';
import { BuiltSite, OutputFolder, buildSite } from './build-site.ts';
import { sharedFolder } from './scratch.ts';

export const CORPUS_ORIGIN = 'https://blog.example.org';

const SITE_YAML = `title: The corpus
description: Posts of a real blog.
url: ${CORPUS_ORIGIN}/
legacyHosts: [pyfound.blogspot.com]
feeds: { tags: [rss, atom, json] }
`;

/** Makes a folder with the posts and authors of the corpus and settings of its own. */
export function corpusContent(corpus: string, folder: string): string {
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(corpus, 'psf'), folder, { recursive: true });
  writeFileSync(path.join(folder, 'site.yaml'), SITE_YAML);
  return folder;
}

/** Path of the content that `corpusSite` builds. */
export function sharedCorpusContent(): string {
  return sharedFolder('corpus/content');
}

const Outcome = z.object({
  exitCode: z.number().nullable(),
  stdout: z.string(),
  stderr: z.string(),
});

/** Hosts with rules for every old address in files of their own, so one build serves all. */
export const RULE_HOSTS: readonly HostName[] = [
  ...(['nginx', 'apache', 'htaccess', 'caddy', 'firebase', 'vercel', 's3'] as const),
];

const sites = new Map<string, Promise<BuiltSite>>();

/**
 * The build, in UTC and with English as the machine's language.
 * @param hosts names of hosts that it is for
 */
export function corpusSite(corpus: string, hosts: readonly string[] = []): Promise<BuiltSite> {
  const name = ['corpus', ...hosts].join('-');
  const site = sites.get(name) ?? buildOrWait(corpus, sharedFolder(name), hosts);
  sites.set(name, site);
  return site;
}

async function buildOrWait(
  corpus: string,
  folder: string,
  hosts: readonly string[],
): Promise<BuiltSite> {
  const output = path.join(folder, 'out');
  const record = path.join(folder, 'outcome.json');
  if (isFirst(folder)) {
    // Encoding the images takes longest, and the first build keeps them in the cache.
    if (hosts.length > 0) await corpusSite(corpus);
    const content = corpusContent(corpus, path.join(folder, 'content'));
    const { exitCode, stdout, stderr } = await buildSite({
      content,
      output,
      args: [
        ...hosts.flatMap((host) => ['--host', host]),
        // Nobody asks them for cards.
        ...(hosts === RULE_HOSTS ? ['--no-cards'] : []),
      ],
      env: { TZ: 'UTC', LC_ALL: 'C.UTF-8' },
    });
    writeFileSync(`${record}.new`, JSON.stringify({ exitCode, stdout, stderr }));
    renameSync(`${record}.new`, record);
  }
  while (!existsSync(record)) await setTimeout(50);
  const outcome = Outcome.parse(JSON.parse(readFileSync(record, 'utf8')));
  return new BuiltSite(outcome, new OutputFolder(output));
}

/** Making a folder is the one thing that only one process can do. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

const Expectation = z.object({
  url: z.string(),
  legacyUrl: z.string(),
  tokens: z.number(),
  links: z.number(),
  images: z.number(),
  localImages: z.number(),
  iframes: z.number(),
  tables: z.number(),
  headings: z.number(),
  pre: z.number(),
  self: z.array(z.object({ href: z.string(), target: z.string().nullable() })),
});

export type Expectation = z.output<typeof Expectation>;

/** What each post must become, by its slug. */
export function expectations(corpus: string): Map<string, Expectation> {
  const json: unknown = JSON.parse(readFileSync(path.join(corpus, 'expect.psf.json'), 'utf8'));
  return new Map(Object.entries(z.record(z.string(), Expectation).parse(json)));
}
