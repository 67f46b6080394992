/** Every output path has one owner; two that claim the same are named before anything is written. */
import { foldFile, outputFile } from '../lib/paths.ts';
import type { Problems } from '../lib/problem.ts';
import type { Owner } from './redirect.ts';

/** A path of the output and who wants it. */
export interface Claim {
  /** Below the site's root, decoded: a page's path or a file's. */
  readonly path: string;
  readonly owner: Owner;
  /** What it is, as a sentence would name it: `the post`, `the old address`. */
  readonly what: string;
  /** True for what is copied: its path is the file's, whether it has an extension or not. */
  readonly isFile?: boolean;
  /** Where an old address leads; two that lead to the same page may share a file. */
  readonly target?: string;
}

/** Owns the addresses that no place in the content names. */
export const SITE_ITSELF: Owner = { file: 'the site itself' };

/** Adds a problem for each two claims to one file, and for a file where a folder must be. */
export function findCollisions(claims: Iterable<Claim>, problems: Problems): void {
  const files = new Map<string, Claim>();
  for (const claim of claims) {
    const key = foldFile(fileOf(claim));
    const other = files.get(key);
    if (other === undefined) files.set(key, claim);
    else if (claim.target === undefined || claim.target !== other.target)
      report(claim, other, whyOneFile(claim, other), problems);
  }
  for (const [key, claim] of files) {
    for (let end = key.lastIndexOf('/'); end > 0; end = key.lastIndexOf('/', end - 1)) {
      const file = files.get(key.slice(0, end));
      if (file !== undefined)
        report(claim, file, 'One is a file where the other needs a folder.', problems);
    }
  }
}

function report(claim: Claim, other: Claim, why: string, problems: Problems): void {
  problems.error({
    ...claim.owner,
    code: 'address-taken',
    message: `${sentence(claim)} needs /${fileOf(claim)}, and so does ${other.what} of ${other.owner.file}. ${why}`,
    hint: hintFor([claim, other]),
  });
}

function hintFor(claims: readonly Claim[]): string {
  if (claims.some(({ isFile }) => isFile === true))
    return 'Rename the file, or change the address of the other.';
  if (claims.some(({ owner }) => owner.field?.startsWith('redirects[')))
    return 'Remove the entry of `redirects.yaml`, or change the address of the other.';
  if (claims.some(({ owner }) => owner.field === 'permalink'))
    return 'Give the template another `permalink`, or change the address of the other.';
  return claims.some(({ owner }) => owner === SITE_ITSELF)
    ? 'The site always has its own: change the name of your folder or file, `slug`, or `legacyUrl`.'
    : 'Change one of the two: the folder\u2019s name, `slug`, or `legacyUrl`.';
}

function whyOneFile(claim: Claim, other: Claim): string {
  return fileOf(claim) === fileOf(other)
    ? 'Both would be written to the same file.'
    : `The other writes it /${fileOf(other)}, which many systems take for the same file.`;
}

/** The file that a claim is about, below the output folder. */
export function fileOf({ path, isFile }: Pick<Claim, 'path' | 'isFile'>): string {
  return isFile === true ? path.slice(1) : outputFile(path);
}

function sentence({ what }: Claim): string {
  return what.charAt(0).toUpperCase() + what.slice(1);
}
