/** The blogs to publish: one for each generator, of the same posts, each in a repository of its own. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { findProgram } from '../../support/programs.ts';
import { makeCorpus } from '../make-corpus.ts';
import { createPackageBlog, installPackages } from '../package-blog.ts';
import { INSTALL } from './commands.ts';
import { copyProgram, createRepository } from './repository.ts';

export interface Blog {
  readonly name: string;
  /** Why it cannot take part on this machine. */
  readonly missing?: string;
  /** What the table says that a build does. */
  readonly work: string;
  readonly repository: string;
  /** Folder of the posts in it. */
  readonly posts: string;
  readonly install: readonly string[] | undefined;
  /** Folders that the next run takes. With `node_modules`, it does without an installation. */
  readonly caches: readonly string[];
  readonly build: readonly string[];
}

export interface Options {
  /** Content folder with the posts. */
  readonly source: string;
  readonly posts: number;
  readonly images: boolean;
  /** Where the repositories are made. */
  readonly folder: string;
}

export const KEYS = ['clone', 'package', 'hugo', 'eleventy'] as const;
export type Key = (typeof KEYS)[number];

/** The blog that the others are compared with. */
export const YARDSTICK = 'Eleventy, base blog';

const ROOT = path.resolve(import.meta.dirname, '../../..');
/** Brings the packages into npm's cache all the same. */
const LOCK_ONLY = '--package-lock-only';
/** As in the workflows that `npm run init` writes. */
const CACHES = ['.cache', 'node_modules'];

/** Makes a blog and its repository. */
export function createBlog(key: Key, options: Options): Blog {
  const repository = path.join(options.folder, key);
  mkdirSync(repository);
  switch (key) {
    case 'clone':
      return perennialClone(repository, options);
    case 'package':
      return perennialPackage(repository, options);
    case 'hugo':
      return hugoBlog(repository, options);
    case 'eleventy':
      return eleventyBlog(repository, options);
  }
}

function perennialClone(repository: string, options: Options): Blog {
  copyProgram(ROOT, repository);
  return perennial('Perennial, clone', repository, options);
}

function perennialPackage(repository: string, options: Options): Blog {
  // Clones are beside the repository, so the path of the package is the same for them.
  createPackageBlog(repository, LOCK_ONLY);
  return perennial('Perennial, package', repository, options);
}

function perennial(name: string, repository: string, options: Options): Blog {
  const { source, posts, images } = options;
  makeCorpus(source, posts, 'perennial', path.join(repository, 'content'), { images });
  createRepository(repository);
  const flags = images ? [] : ['--', '--no-images', '--no-search', '--no-cards'];
  return {
    name,
    work: images ? 'smaller images, AVIF; search; cards' : 'text only',
    ...{ repository, posts: 'content/posts', install: INSTALL, caches: CACHES },
    build: ['npm', 'run', 'build', ...flags],
  };
}

function hugoBlog(repository: string, { source, posts, images }: Options): Blog {
  const program = findProgram(['hugo']);
  makeCorpus(source, posts, 'hugo-equal', repository, { images });
  createRepository(repository);
  return {
    name: 'Hugo, equal work',
    ...(program === undefined && { missing: 'hugo is not installed' }),
    work: images ? 'images copied' : 'text only',
    ...{ repository, posts: 'content/posts', install: undefined, caches: [] },
    build: [program ?? 'hugo', '--quiet', '--destination', '_site'],
  };
}

function eleventyBlog(repository: string, { source, posts, images }: Options): Blog {
  makeCorpus(source, posts, 'eleventy', repository, { images });
  installPackages(repository, LOCK_ONLY);
  createRepository(repository);
  return {
    name: YARDSTICK,
    work: images ? 'images copied' : 'text only',
    ...{ repository, posts: 'content/blog', install: INSTALL, caches: [] },
    build: ['npm', 'run', 'build'],
  };
}
