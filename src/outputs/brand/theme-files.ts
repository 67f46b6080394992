/** Puts the owner's rules and icons into the files of the theme. */
import { join, relative } from 'node:path';
import { isOutside } from '../../lib/paths.ts';
import type { Asset } from '../../site/model.ts';

/** Whether a file of the theme is the owner's: these are published as they are. */
export function isOwners({ source }: Asset, contentDir: string): boolean {
  return !isOutside(relative(join(contentDir, 'public'), source));
}

/** @param rules to follow those of a stylesheet, by its path below the site's root */
export function withRules(
  files: readonly Asset[],
  rules: ReadonlyMap<string, string>,
): readonly Asset[] {
  return files.map((file) => {
    const appended = rules.get(file.path) ?? '';
    return appended === '' ? file : { ...file, appended };
  });
}

/**
 * Replaces icons, except those of the owner.
 * @param icons by path below the site's root
 */
export function withIcons(
  files: readonly Asset[],
  icons: Readonly<Record<string, string | Uint8Array>>,
  { source, isOwners: isKept }: { readonly source: string; isOwners: (file: Asset) => boolean },
): readonly Asset[] {
  const kept = new Set(files.filter(isKept).map(({ path }) => path));
  const made = Object.entries(icons)
    .filter(([path]) => !kept.has(path))
    .map(([path, content]): Asset => ({ source, path, content, isOwn: true }));
  const replaced = new Set(made.map(({ path }) => path));
  return [...files.filter(({ path }) => !replaced.has(path)), ...made];
}
