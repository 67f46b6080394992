/** Readable file names for pictures, made from their addresses. */
import { foldFile } from '../../lib/paths.ts';
import { shortSlug, slugOf } from '../../lib/slug.ts';

const MAX_BYTES = 80;
/** Made up by a machine, such as `AVvXsEh3k9xQ...` or `1*Zq-8vX2PbT...`: long, with capitals and digits. */
const IDENTIFIER = /^(?=.*[A-Z])(?=.*\d)[\w*=-]{16,}$/;

/**
 * @param url or path of the picture
 * @param type as `jpg`; becomes the ending, whatever the address says
 * @returns without a folder; `picture.jpg` if the address has no name
 */
export function pictureName(url: string, type: string): string {
  const path = url.startsWith('data:') ? '' : pathOf(url);
  const last = path.slice(path.lastIndexOf('/') + 1);
  const stem = decodedTwice(last.replaceAll('+', ' '))
    .replace(/=[swh]\d+(?:-[a-z0-9]+)*$/, '')
    .replace(/\.[a-z]{2,5}$/i, '');
  const slug = IDENTIFIER.test(stem) ? '' : shortSlug(slugOf(stem), MAX_BYTES);
  return `${slug || 'picture'}.${type}`;
}

/** Without query and fragment. */
export function pathOf(url: string): string {
  return url.slice(0, url.search(/[?#]|$/));
}

/** The name, or with `-2`, `-3` ... if it is taken on some file system. Takes it. */
export function takeName(name: string, taken: Set<string>): string {
  const dot = name.lastIndexOf('.');
  let free = name;
  for (let count = 2; taken.has(foldFile(free)); count++)
    free = `${name.slice(0, dot)}-${count}${name.slice(dot)}`;
  taken.add(foldFile(free));
  return free;
}

/** Names of uploads are often encoded twice. A sequence that was cut becomes spaces. */
function decodedTwice(name: string): string {
  let text = name;
  for (let times = 0; times < 2; times++)
    text = text.replace(/(?:%[0-9a-f]{2})+/gi, (sequence) => {
      try {
        return decodeURIComponent(sequence);
      } catch {
        return ' ';
      }
    });
  return text.replaceAll('%', ' ');
}
