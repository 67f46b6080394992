/** Files of `public/` with the name of one that the build writes itself, which are merged with it. */
import { readFileSync } from 'node:fs';
import { isObject } from '../lib/merge-json.ts';
import type { Problem } from '../lib/problem.ts';
import { displayPath } from '../lib/user-folder.ts';
import type { PublicAsset } from './public-assets.ts';

export interface OwnFile {
  /** Display path of the source. */
  readonly file: string;
  readonly text: string;
  /** The parsed text of a JSON file, if it is valid. */
  readonly json?: Readonly<Record<string, unknown>>;
  /** Why a JSON file cannot be merged. An error only where it must be. */
  readonly invalid?: Omit<Problem, 'severity'>;
}

/** By path below the site root: `/_redirects`. */
export type OwnFiles = ReadonlyMap<string, OwnFile>;

/** Text files; the other names are those of JSON files. */
const TEXTS = ['/_redirects', '/_headers', '/.htaccess', '/.nojekyll', '/CNAME', '/robots.txt'];

const JSON_FILES = [
  '/vercel.json',
  '/firebase.json',
  '/staticwebapp.config.json',
  '/site.webmanifest',
];

/** Whether a file of this path is merged with what the build writes. */
export function isMerged(path: string): boolean {
  return TEXTS.includes(path) || JSON_FILES.includes(path);
}

/** Reads the files that can be merged. */
export async function readOwnFiles(assets: readonly PublicAsset[]): Promise<OwnFiles> {
  const files = new Map<string, OwnFile>();
  for (const { path, source } of assets.filter((asset) => isMerged(asset.path))) {
    const file = displayPath(source);
    const text = readFileSync(source, 'utf8').replace(/^\uFEFF/, '');
    if (TEXTS.includes(path)) {
      files.set(path, { file, text });
      continue;
    }
    const json = parse(text);
    files.set(
      path,
      isObject(json) ? { file, text, json } : { file, text, invalid: await explain(file, text) },
    );
  }
  return files;
}

/** `undefined` for invalid JSON. */
function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

async function explain(file: string, text: string): Promise<Omit<Problem, 'severity'>> {
  // On demand, because it loads esbuild.
  const { syntaxError } = await import('./json-syntax.ts');
  const error = await syntaxError(text);
  return {
    ...error?.at,
    file,
    code: 'own-file-invalid',
    message: `The file cannot be merged with the one that the build writes: ${error?.message ?? 'it holds no JSON object'}.`,
    hint: 'Correct the file; JSON has neither comments nor a comma after the last item.',
  };
}
