/** The files of the editor, `/admin/`. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { editorFolder } from '../../lib/bundle-editor.mjs';
import type { Asset } from '../../site/model.ts';
import type { CmsBackend } from './backend.ts';
import { editorConfig, type EditorSite } from './config.ts';
import { helpPages } from './help-pages.ts';
import { editorPage, EDITOR_FOLDER } from './page.ts';
import { editorPolicy } from './policy.ts';

/**
 * The page, its configuration and the program.
 * @param basePath path that the site lives under, without a slash at the end
 */
export async function editorFiles(
  site: EditorSite,
  backend: CmsBackend,
  basePath: string,
): Promise<Asset[]> {
  const program = await editorFolder();
  const { title, language } = site.settings;
  const page = editorPage(title, language, editorPolicy(backend), basePath);
  const config = JSON.stringify(editorConfig(site, backend), undefined, 1);
  const help = helpPages(`${basePath}${EDITOR_FOLDER}help.css`);
  const generated = {
    'index.html': page,
    'config.json': `${config}\n`,
    ...Object.fromEntries(help.map(({ path, html }) => [path, html])),
  };
  return [
    ...Object.entries(generated).map(([name, content]) => ({
      ...{ source: join(program, name), path: EDITOR_FOLDER + name, content },
    })),
    ...filesBelow(program).map((name) => ({
      ...{ source: join(program, name), path: EDITOR_FOLDER + name },
    })),
  ];
}

/** Paths with forward slashes, sorted. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted();
}
