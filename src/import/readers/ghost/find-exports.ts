/** Finds exports of Ghost in a source. */
import type { Source, SourceFile } from '../../source/source.ts';
import { startOf } from '../start-of.ts';

export interface GhostExport {
  readonly name: string;
  readonly file: SourceFile;
}

/** Of several exports of a blog the latest: Ghost keeps old ones in `content/data`. */
export async function findGhostExports(source: Source): Promise<GhostExport[]> {
  const blogs = new Map<string, SourceFile>();
  const isAlone = source.files.length === 1;
  for (const file of source.files) {
    if (!isAlone && !/\.json$/i.test(file.path)) continue;
    if (isGhost(await startOf(file))) blogs.set(nameOf(file.path), file);
  }
  return [...blogs].map(([name, file]) => ({ name, file }));
}

/** Tables of all versions; those of other programs have other names, or none. */
const TABLES =
  /"(?:posts|posts_meta|posts_tags|posts_authors|tags|users|roles|settings|permissions|benefits|actions|newsletters|custom_theme_settings|snippets|products|offers|emails|labels)"\s*:\s*\[/;

function isGhost(start: string): boolean {
  if (!/^\s*\{\s*"(?:db|meta|data)"\s*:\s*[[{]/.test(start)) return false;
  return /"exported_on"\s*:/.test(start) || (/"data"\s*:\s*\{/.test(start) && TABLES.test(start));
}

/** `garden.ghost.2024-01-31-10-00-00.json` is of `garden`; dates sort as text. */
function nameOf(path: string): string {
  const name = path.split('/').at(-1) ?? path;
  return name.replace(/\.json$/i, '').replace(/\.ghost\.\d{4}.*$/, '');
}
