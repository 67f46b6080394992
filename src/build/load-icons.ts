/** Makes the icons that a site has because of its logo or accent, without loading its posts. */
import { join } from 'node:path';
import { Addresses } from '../addresses/address.ts';
import { readSettings } from '../content/read-settings.ts';
import { locateProblems } from '../content/locate.ts';
import { Problems, type Problem } from '../lib/problem.ts';
import { loadBrand } from '../outputs/brand/brand.ts';

export interface LoadedIcons {
  /** By path below the site's root; empty without logo and accent. */
  readonly icons: Readonly<Record<string, string | Uint8Array>>;
  readonly problems: readonly Problem[];
}

export async function loadIcons(contentDir: string, publicDir: string): Promise<LoadedIcons> {
  const problems = new Problems();
  const { fields } = readSettings(contentDir, problems);
  const icon = { source: join(publicDir, 'favicon.svg'), path: '/favicon.svg' };
  const sources = {
    settings: { logo: fields.logo, accent: fields.accent, language: fields.language },
    ...{ contentDir, publicDir, publicFiles: [icon], cache: undefined },
    addresses: new Addresses(fields.url),
    characters: () => '',
  };
  const { icons } = await loadBrand(sources, problems);
  return { icons, problems: locateProblems(problems.all) };
}
