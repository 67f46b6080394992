/** Checks names that become a part of an address. */
import type { Problems } from '../lib/problem.ts';
import { isSlug } from './fields.ts';

export function checkSlug(slug: string, file: string, problems: Problems): void {
  if (isSlug(slug)) return;
  problems.error({
    code: 'slug-invalid',
    file,
    message: `The name "${slug}" cannot be part of an address.`,
    hint: 'Rename it with only letters, digits and hyphens.',
  });
}
