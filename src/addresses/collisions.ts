/** Every output path has one owner; two that claim the same are named before anything is written. */
import { foldPath, outputFile } from '../paths.ts';
import type { Problems } from '../problem.ts';
import type { Owner } from './redirects.ts';

/** A path of the output and who wants it. */
export interface Claim {
  /** Below the site's root, decoded: a page's path or a file's. */
  readonly path: string;
  readonly owner: Owner;
  /** What it is, as a sentence would name it: `the post`, `the old address`. */
  readonly what: string;
}

/** Adds a problem for each two claims to one file, and for a file where a folder must be. */
export function findCollisions(claims: Iterable<Claim>, problems: Problems): void {
  const files = new Map<string, Claim>();
  for (const claim of claims) {
    const key = foldPath(claim.path);
    const other = files.get(key);
    if (other === undefined) files.set(key, claim);
    else report(claim, other, 'Both would be written to the same file.', problems);
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
    message: `${sentence(claim)} needs /${outputFile(claim.path)}, and so does ${other.what} of ${other.owner.file}. ${why}`,
    hint: 'Change one of the two: the folder\u2019s name, `slug`, or `legacyUrl`.',
  });
}

function sentence({ what }: Claim): string {
  return what.charAt(0).toUpperCase() + what.slice(1);
}
