/** Reports output paths that collide, before anything is rendered. */
import { foldFile, outputFile } from '../lib/paths.ts';
import type { Problems } from '../lib/problem.ts';
import type { Owner } from './redirect.ts';
import { ownValue } from '../lib/own-value.ts';

/** A file that the build will write. */
export interface OutputPath {
  /** Path of a page or file below the site root, decoded. */
  readonly path: string;
  readonly owner: Owner;
  /** Noun phrase for messages: `the post`, `the old address`. */
  readonly what: string;
  /** True for copied files, whose path is used as it is even without an extension. */
  readonly isFile?: boolean;
  /** Target of a redirect; two redirects to the same target may share a file. */
  readonly target?: string;
}

/** Owner of generated paths. */
export const SITE_ITSELF: Owner = { file: 'the site itself' };

/** Reports each pair of paths that map to one file, and each file where a folder is needed. */
export function findCollisions(paths: Iterable<OutputPath>, problems: Problems): void {
  const files = new Map<string, OutputPath>();
  for (const path of paths) {
    const key = foldFile(fileOf(path));
    const other = files.get(key);
    if (other === undefined) files.set(key, path);
    else if (path.target === undefined || path.target !== other.target)
      report(path, other, sameFile(path, other), problems);
  }
  for (const [key, path] of files) {
    for (let end = key.lastIndexOf('/'); end > 0; end = key.lastIndexOf('/', end - 1)) {
      const file = files.get(key.slice(0, end));
      if (file !== undefined)
        report(
          path,
          file,
          `is written to /${fileOf(file)}, which cannot also be a folder`,
          problems,
        );
    }
  }
}

/** @param conflict predicate of a sentence about `other` */
function report(path: OutputPath, other: OutputPath, conflict: string, problems: Problems): void {
  const subject = path.what.charAt(0).toUpperCase() + path.what.slice(1);
  problems.error({
    ...path.owner,
    code: 'address-taken',
    message: `${subject} needs /${fileOf(path)}, but ${other.what} of ${other.owner.file} ${conflict}.`,
    hint: hintFor([path, other]),
  });
}

/** What to do instead of a file in `public/`, by the path that the site needs itself. */
const INSTEAD: Readonly<Record<string, string>> = {
  '/404.html': 'Remove the file, and write the text of the error page into `content/pages/404.md`.',
  '/index.html':
    'Remove the file, and write the introduction of the home page into `content/pages/index.md`.',
  '/llms.txt':
    'Remove the file; `templates/pages/llms.11ty.tsx` has the text that the build writes.',
  '/sitemap.xml':
    'Remove the file; for pages that the site does not know, add a `Sitemap:` line to `public/robots.txt`.',
};

function hintFor(paths: readonly OutputPath[]): string {
  const file = paths.find(({ isFile }) => isFile === true);
  if (file !== undefined && paths.some(({ owner }) => owner === SITE_ITSELF))
    return (
      ownValue(INSTEAD, file.path) ?? 'Remove or rename the file; the build writes this one itself.'
    );
  if (file !== undefined) return 'Rename the file, or change the other address.';
  if (paths.some(({ owner }) => owner.field?.startsWith('redirects[')))
    return 'Remove the entry from `redirects.yaml`, or change the other address.';
  if (paths.some(({ owner }) => owner.field === 'permalink'))
    return 'Give the template another `permalink`, or change the other address.';
  return paths.some(({ owner }) => owner === SITE_ITSELF)
    ? 'The site needs this address itself, so rename your folder or file, or change `slug` or `legacyUrl`.'
    : 'Change one of the two: rename the folder, or change `slug` or `legacyUrl`.';
}

function sameFile(path: OutputPath, other: OutputPath): string {
  return fileOf(path) === fileOf(other)
    ? 'is written to the same file'
    : `is written to /${fileOf(other)}, which many file systems treat as the same file`;
}

/** File of a path, relative to the output folder. */
export function fileOf({ path, isFile }: Pick<OutputPath, 'path' | 'isFile'>): string {
  return isFile === true ? path.slice(1) : outputFile(path);
}
