/** Tells posts from pages by the sections of a Hugo site. */
import type { HugoConfig } from './config.ts';

interface SectionPage {
  readonly dir: string;
  readonly isDated: boolean;
}

/**
 * @returns whether a page is a post: the settings say which sections hold posts, else those pages do that have a date
 */
export function isSection(
  pages: readonly SectionPage[],
  { fields }: HugoConfig,
): (dir: string, isDated: boolean) => boolean {
  const main = [...fields.group('params').list('mainSections'), ...fields.list('mainSections')];
  if (main.length > 0) return (dir) => main.includes(sectionOf(dir));
  const hasSections = pages.some(({ dir, isDated }) => isDated && dir !== '');
  return (dir, isDated) => isDated && (dir !== '' || !hasSections);
}

function sectionOf(dir: string): string {
  return dir.split('/')[0] ?? '';
}
