/** Which files of the content the editor may read and write. */
import { lstatSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { attachmentKind, looksLikeMarkup } from '../../lib/attachments.ts';
import { foldFile, isPortable } from '../../lib/paths.ts';
import { isImageName } from '../../outputs/images/read-image.ts';
import { isLeftover } from '../source-files.ts';
import { FORBIDDEN, INVALID, Refusal } from './refusal.ts';

/** Templates and stylesheets are code: nobody writes them from a browser. */
const TEXTS = [
  /^posts\/[^/]+\/index\.md$/,
  /^pages\/(?:[^/]+\/)*[^/]+\.md$/,
  /^authors\/[^/]+\.json$/,
  /^(?:site|tags|series|redirects)\.yaml$/,
];
/** Endings of texts, which have places of their own. */
const LIKE_TEXT = /^(?:md|mdx|markdown|json|ya?ml|toml)$/;
const BESIDE_TEXTS = /^(?:posts\/[^/]+|pages|authors)\//;

/** The path below the content folder. Its first part is the name of that folder. */
export function innerPath(contentDir: string, path: string): string {
  const parts = path.split('/');
  const isSafe = parts.every(
    (part) => !['', '.', '..'].includes(part) && !part.includes('\\') && !isLeftover(part),
  );
  if (!isSafe || parts.length < 2 || parts[0] !== basename(contentDir))
    throw new Refusal(FORBIDDEN, `"${path}" is not a file of the content.`);
  return parts.slice(1).join('/');
}

/**
 * Checks that the editor may write a file of this name and content.
 * @param path below the content folder
 * @throws {Refusal}
 */
export function checkWritable(contentDir: string, path: string, content: Buffer): void {
  if (!isPortable(path))
    throw new Refusal(
      INVALID,
      `"${path}" is a name that not every system can hold. Choose another.`,
    );
  const isText = TEXTS.some((pattern) => pattern.test(path));
  if (!isText && !isAttachment(path, content))
    throw new Refusal(
      FORBIDDEN,
      `"${path}" is not a kind of file that the editor writes. It writes posts, pages, authors, settings, and pictures and documents beside them.`,
    );
  checkPlace(contentDir, path);
}

/** A file that readers may open. In `content` itself: a logo or a cover. */
function isAttachment(path: string, content: Buffer): boolean {
  const { kind, ending } = attachmentKind(path);
  if (LIKE_TEXT.test(ending)) return false;
  if (!path.includes('/')) return kind === 'plain' && isImageName(path);
  if (!BESIDE_TEXTS.test(path)) return false;
  return kind === 'plain' || (kind === 'unknown' && !looksLikeMarkup(content));
}

/** No link leads out of the content, and no other file has the name on another system. */
function checkPlace(contentDir: string, path: string): void {
  const parts = path.split('/');
  for (const [index, part] of parts.entries()) {
    const folder = join(contentDir, ...parts.slice(0, index));
    const stats = lstatSync(join(folder, part), { throwIfNoEntry: false });
    if (stats === undefined) {
      const other = namesIn(folder).find((name) => foldFile(name) === foldFile(part));
      if (other === undefined) continue;
      throw new Refusal(
        INVALID,
        `"${path}" differs from "${other}" in upper and lower case alone, which not every system can tell apart. Choose another name.`,
      );
    }
    const isExpected = index === parts.length - 1 ? stats.isFile() : stats.isDirectory();
    if (isExpected) continue;
    const what = stats.isSymbolicLink() ? 'a link' : 'no file of the content';
    throw new Refusal(FORBIDDEN, `"${path}" is ${what}, so the editor does not write there.`);
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
