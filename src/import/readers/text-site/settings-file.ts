/** Reads a file with settings in YAML, JSON or TOML. */
import type { Notice } from '../../model.ts';
import { readText, type SourceFile } from '../../source/source.ts';
import { parseToml } from '../toml.ts';
import { Fields } from './fields.ts';
import { yaml } from './front-matter.ts';

export interface Settings {
  readonly fields: Fields;
  /** Says that the file cannot be read. */
  readonly notices: readonly Notice[];
}

/** Empty for no file, and for one that cannot be read. */
export async function readSettings(file: SourceFile | undefined): Promise<Settings> {
  if (file === undefined) return { fields: new Fields(undefined), notices: [] };
  const text = await readText(file);
  const parsed = file.path.endsWith('.toml') ? parseToml(text) : yaml(text);
  if (parsed.ok) return { fields: new Fields(parsed.value), notices: [] };
  const { line, reason } = parsed;
  return { fields: new Fields(undefined), notices: [unreadable(file, line, reason)] };
}

export function unreadable(file: SourceFile, line: number, reason: string): Notice {
  return {
    type: 'notice',
    place: { file: file.path, line },
    message: `The settings cannot be read (${reason}), so old addresses and other facts may be missing. Correct the file and import again.`,
  };
}
