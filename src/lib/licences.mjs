/** The licences of libraries that are part of a bundle. Plain JavaScript, because it runs uncompiled. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAM } from './program.mjs';

/**
 * The text that comes with every copy.
 * @param inputs of the bundle: paths from the program's folder
 */
export function licencesOf(inputs) {
  const packages = new Set(
    inputs.flatMap((input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []),
  );
  const texts = [...packages].toSorted().map((path) => {
    const folder = join(PROGRAM, path);
    const { name, version, license } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    );
    const file = readdirSync(folder, { withFileTypes: true }).find(
      (entry) => entry.isFile() && /^licen[cs]e/i.test(entry.name),
    );
    const text =
      file === undefined ? license : readFileSync(join(folder, file.name), 'utf8').trim();
    return `${name} ${version}\n\n${text}\n`;
  });
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}
