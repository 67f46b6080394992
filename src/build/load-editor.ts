/** Loads the files of the editor and the policy of its page, if the site has one. */
import { basename, join } from 'node:path';
import type { Addresses } from '../addresses/address.ts';
import type { Plan } from '../addresses/plan.ts';
import { editorRepository } from '../content/check-editor.ts';
import type { Content } from '../content/entries.ts';
import type { Problems } from '../lib/problem.ts';
import { displayPath } from '../lib/user-folder.ts';
import { cmsBackend, type CmsBackend } from '../outputs/editor/backend.ts';
import { editorPolicy } from '../outputs/editor/policy.ts';
import type { Asset } from '../site/model.ts';
import type { LoadOptions } from './load-options.ts';

export interface LoadedEditor {
  readonly files: readonly Asset[];
  /** Content security policy of its pages; absent without an editor. */
  readonly policy: string | undefined;
}

export async function loadEditor(
  content: Content,
  { posts, icons }: Plan,
  addresses: Addresses,
  options: LoadOptions,
  problems: Problems,
): Promise<LoadedEditor> {
  const found = backendOf(content, options, problems);
  // The messages are all that a check is for.
  if (found === undefined || options.wanted === 'problems') return { files: [], policy: undefined };
  const { backend, path } = found;
  // Most sites have no editor and need not load what makes one.
  const { editorFiles } = await import('../outputs/editor/editor-files.ts');
  const site = {
    settings: content.settings,
    timeZone: content.settings.timeZone,
    url: addresses.of('/').canonical,
    icon: icons.svg?.url,
    folder: [path, basename(options.contentDir)].filter((name) => name !== '').join('/'),
    // Everyone can read them, so those of drafts are not among them.
    tags: sorted(posts.flatMap(({ entry }) => entry.fields.tags)),
    series: sorted(posts.flatMap(({ entry }) => entry.fields.series?.name ?? [])),
    hasCovers: posts.some(({ entry: { fields } }) => (fields.cover ?? fields.image) !== undefined),
    hasPortraits: content.authors.some(({ fields }) => fields.avatar !== undefined),
    authors: sorted(content.authors.map(({ fields }) => fields.name)),
  };
  return {
    files: await editorFiles(site, backend, addresses.basePath),
    policy: editorPolicy(backend),
  };
}

function backendOf(
  { settings }: Content,
  { editor, origin, contentDir }: LoadOptions,
  problems: Problems,
): { backend: CmsBackend; path: string } | undefined {
  const file = displayPath(join(contentDir, 'site.yaml'));
  const repository = editorRepository(settings, file, problems);
  if (editor !== undefined) return { backend: editor, path: '' };
  // The preview is not where the Git host sends people back to.
  if (repository === undefined || origin !== undefined) return undefined;
  return { backend: cmsBackend(repository, settings.editor?.auth), path: repository.path };
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].toSorted();
}
