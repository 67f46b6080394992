/** Addresses that cannot be told because of mistakes that are reported already. */
import type { Content, PostEntry } from '../content/entries.ts';
import { decodePath } from '../paths.ts';

/** Whether the address of a post is the one that it will have when its mistakes are mended. */
export function hasAddress({ doubtful = [] }: PostEntry, content: Content): boolean {
  const { preserves } = content.settings.permalink;
  return (
    !hasDoubtfulPattern(content) &&
    !doubtful.includes('publishDate') &&
    !doubtful.includes('slug') &&
    !(preserves && doubtful.includes('legacyUrl'))
  );
}

function hasDoubtfulPattern({ doubtfulSettings }: Content): boolean {
  return doubtfulSettings?.includes('permalink') === true;
}

/**
 * Targets of redirects and of the navigation that are perhaps there when the
 * mistakes are mended; to report them too would be to report a mistake twice.
 */
export function doubtfulTargets(content: Content): string[] {
  const { posts, redirects, settings } = content;
  const unsure = posts.filter((post) => !hasAddress(post, content));
  const slugs = new Set(unsure.map(({ slug }) => slug));
  const kept = hasDoubtfulPattern(content) ? posts.flatMap(({ fields }) => fields.legacyUrl) : [];
  const keptPaths = new Set(kept.map((written) => decodePath(written) ?? written));
  const isDoubtful = (field: string) => posts.some(({ doubtful }) => doubtful?.includes(field));
  const patterns = [
    ...(isDoubtful('tags') ? [/^\/tags\//] : []),
    ...(isDoubtful('author') ? [/^\/authors\//] : []),
    ...(isDoubtful('publishDate') ? [/^\/\d{4}\/(?:\d{2}\/)?$/] : []),
  ];
  return [
    ...redirects.flatMap(({ fields }) => fields.to ?? []),
    ...settings.navigation.map(({ url }) => url),
  ]
    .map((target) => decodePath(target.replace(/#.*$/, '')) ?? target)
    .filter(
      (target) =>
        keptPaths.has(target) ||
        patterns.some((pattern) => pattern.test(target)) ||
        target.split('/').some((part) => slugs.has(part)),
    );
}
