/** Addresses that cannot be told because of mistakes that are reported already. */
import type { Content, PostEntry } from '../content/entries.ts';
import { decodePath } from '../lib/paths.ts';

/** Whether the address of a post is the one that it will have when its mistakes are mended. */
export function hasKnownAddress({ invalidFields = [] }: PostEntry, content: Content): boolean {
  const { preserves } = content.settings.permalink;
  return (
    !hasInvalidPermalink(content) &&
    !invalidFields.includes('publishDate') &&
    !invalidFields.includes('slug') &&
    !(preserves && invalidFields.includes('legacyUrl'))
  );
}

function hasInvalidPermalink({ invalidSettings }: Content): boolean {
  return invalidSettings?.includes('permalink') === true;
}

/**
 * Targets of redirects and of the navigation that are perhaps there when the
 * mistakes are mended; to report them too would be to report a mistake twice.
 */
export function unresolvedTargets(content: Content): string[] {
  const { posts, redirects, settings } = content;
  const unsure = posts.filter((post) => !hasKnownAddress(post, content));
  const slugs = new Set(unsure.map(({ slug }) => slug));
  const kept = hasInvalidPermalink(content) ? posts.flatMap(({ fields }) => fields.legacyUrl) : [];
  const keptPaths = new Set(kept.map((written) => decodePath(written) ?? written));
  const hasInvalid = (field: string) =>
    posts.some(({ invalidFields }) => invalidFields?.includes(field));
  const patterns = [
    ...(hasInvalid('tags') ? [/^\/tags\//] : []),
    ...(hasInvalid('author') ? [/^\/authors\//] : []),
    ...(hasInvalid('publishDate') ? [/^\/\d{4}\/(?:\d{2}\/)?$/] : []),
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
