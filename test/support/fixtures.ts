/** Small sites that lie beside the tests. */
import path from 'node:path';

/** Content folder of a site that builds, relative to the project as a person would write it. */
export function fixtureSite(name: string): string {
  return path.posix.join('test/fixtures/sites', name);
}

/** Content folder of a site that must not build. */
export function invalidSite(name: string): string {
  return path.posix.join('test/fixtures/sites-invalid', name);
}
