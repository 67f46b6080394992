/** What the owner keeps in the content folder to change how the blog looks. */
import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { inProgram } from './program.mjs';

/** Folder of the owner's templates, in a content folder. */
export const THEME_TEMPLATES = 'theme/templates';

/** Folder of components that replace those of the program, in a content folder. */
export const COMPONENTS = `${THEME_TEMPLATES}/components`;

/** A component that replaces the program's. */
export interface OwnComponent {
  /** `byline`. */
  readonly name: string;
  /** Path of the file. */
  readonly file: string;
}

const COMPONENT = /^[^.].*\.tsx$/;

/** Names of the program's components. */
export function componentNames(): string[] {
  return namesIn(inProgram('templates/components'));
}

/** The owner's components, sorted by name. Files that replace nothing are left out. */
export function ownComponents(contentDir: string): OwnComponent[] {
  const folder = join(contentDir, COMPONENTS);
  const names = namesIn(folder);
  if (names.length === 0) return [];
  const known = new Set(componentNames());
  return names
    .filter((name) => known.has(name))
    .map((name) => ({ name, file: join(folder, `${name}.tsx`) }));
}

/** Whether the entry of a folder can be compiled, unlike a folder, or a pipe, on which the compiler would wait. */
export function isComponentFile(entry: Dirent): boolean {
  return entry.isFile() || entry.isSymbolicLink();
}

function namesIn(folder: string): string[] {
  return entriesOf(folder)
    .filter((entry) => COMPONENT.test(entry.name) && isComponentFile(entry))
    .map(({ name }) => name.slice(0, -'.tsx'.length))
    .toSorted();
}

/** None of a folder that is missing, or that the check of the content reports as unreadable. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
