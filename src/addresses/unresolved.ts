/** URLs that depend on fields already reported as invalid; avoids cascading errors. */
import type { Content, PostEntry } from '../content/entries.ts';
import { linksIn } from '../lib/navigation-links.ts';
import { decodePath } from '../lib/paths.ts';

/** Whether the URL of a post does not depend on an invalid field. */
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

/** Targets of redirects and navigation that may exist once the invalid fields are fixed. */
export function unresolvedTargets(content: Content): string[] {
  const { redirects, settings } = content;
  return [
    ...redirects.flatMap(({ fields }) => fields.to ?? []),
    ...linksIn(settings.navigation).map(({ url }) => url),
  ]
    .map((target) => decodePath(target.replace(/#.*/s, '')) ?? target)
    .filter(unresolvedTest(content));
}

/** Tells whether a decoded path may exist once the invalid fields are fixed. */
export function unresolvedTest(content: Content): (path: string) => boolean {
  const { posts } = content;
  const unresolved = posts.filter((post) => !hasKnownAddress(post, content));
  const slugs = new Set(unresolved.map(({ slug }) => slug));
  const legacyUrls = hasInvalidPermalink(content)
    ? posts.flatMap(({ fields }) => fields.legacyUrl)
    : [];
  const preserved = new Set(legacyUrls.map((url) => decodePath(url) ?? url));
  const hasInvalid = (field: string) =>
    posts.some(({ invalidFields }) => invalidFields?.includes(field));
  const patterns = [
    ...(hasInvalid('tags') ? [/^\/(?:[^/]+\/)?tags\//] : []),
    ...(hasInvalid('author') ? [/^\/(?:[^/]+\/)?authors\//] : []),
    ...(hasInvalid('series') ? [/^\/(?:[^/]+\/)?series\//] : []),
    ...(hasInvalid('publishDate') ? [/^\/(?:[^/]+\/)?\d{4}\/(?:\d{2}\/)?$/] : []),
  ];
  return (path) =>
    preserved.has(path) ||
    patterns.some((pattern) => pattern.test(path)) ||
    path.split('/').some((part) => slugs.has(part));
}
