/** Reads the owner's stylesheet with what it imports. Loads esbuild, so it is imported on demand only. */
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { build, type OnResolveArgs, type OnResolveResult, type Plugin } from 'esbuild';
import * as z from 'zod';
import { attachmentKind } from '../../lib/attachments.ts';
import { encodePath, isOutside } from '../../lib/paths.ts';
import type { Problem, Problems } from '../../lib/problem.ts';
import { isPlainFile } from '../../lib/publishable.ts';
import { displayPath } from '../../lib/user-folder.ts';
import type { Asset } from '../../site/model.ts';
import { hashedPath } from '../../lib/hashed-path.ts';

export interface ThemeStylesheet {
  /** Compact, with imports inlined; URLs are relative to a top-level folder of the site. */
  readonly css: string;
  /** Files that it names. */
  readonly assets: readonly Asset[];
}

const FILE = 'theme.css';

const Message = z.object({
  text: z.string(),
  location: z.object({ file: z.string(), line: z.number(), column: z.number() }).nullish(),
  detail: z.object({ code: z.string(), hint: z.string() }).optional().catch(undefined),
});
const Failure = z.object({ errors: z.array(Message), warnings: z.array(Message) });

/**
 * Reports mistakes with their lines.
 * @param folder with `theme.css`
 */
export async function readTheme(
  folder: string,
  problems: Problems,
): Promise<ThemeStylesheet | undefined> {
  if (!isPlainFile(dirname(folder), join(basename(folder), FILE))) {
    problems.error({
      code: 'symbolic-link',
      file: displayPath(join(folder, FILE)),
      message: 'The stylesheet is no regular file, or behind a symbolic link, so it is not read.',
      hint: 'Put a copy of the file itself there.',
    });
    return undefined;
  }
  const assets = new Map<string, Asset>();
  try {
    const { outputFiles, warnings } = await build({
      absWorkingDir: resolve(folder),
      entryPoints: [`./${FILE}`],
      outfile: FILE,
      plugins: [insideOf(folder, assets)],
      tsconfigRaw: {},
      ...{ bundle: true, write: false, logLevel: 'silent' },
      ...{ charset: 'utf8', legalComments: 'none', minifyWhitespace: true },
    });
    problems.add(warnings.map((warning) => mistake(folder, Message.parse(warning))));
    return { css: outputFiles[0]?.text ?? '', assets: [...assets.values()] };
  } catch (error) {
    const { errors, warnings } = Failure.parse(error);
    problems.add(errors.map((message) => failure(folder, message)));
    problems.add(warnings.map((warning) => mistake(folder, warning)));
    return undefined;
  }
}

/** Keeps imports and URLs inside the folder, and collects the files that URLs name. */
function insideOf(folder: string, assets: Map<string, Asset>): Plugin {
  const resolveInside = ({
    path,
    kind,
    resolveDir,
  }: OnResolveArgs): OnResolveResult | undefined => {
    if (kind === 'entry-point') return undefined;
    // Of the document that the stylesheet applies to.
    if (path.startsWith('#')) return { path, external: true };
    const [written = ''] = path.split(/[?#]/, 1);
    const end = path.slice(written.length);
    const file = relative(folder, join(resolveDir, written));
    if (/^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(path) || isOutside(file)) return refuse(path);
    if (!isPlainFile(folder, file)) return missing(path);
    const source = join(folder, file);
    if (kind === 'import-rule') return { path: resolve(source) };
    if (attachmentKind(file.split(sep).join('/')).kind !== 'plain') return refuse(path);
    const asset = assets.get(source) ?? { source, path: hashedPath(source) };
    assets.set(source, asset);
    return { path: `..${encodePath(asset.path)}${end}`, external: true };
  };
  return {
    name: 'inside',
    setup: ({ onResolve }) => onResolve({ filter: /^/ }, resolveInside),
  };
}

function refuse(path: string): OnResolveResult {
  const text = /^[a-z][a-z0-9+.-]*:|^\/\//i.test(path)
    ? `The stylesheet names ${path.slice(0, 80)}, which is not a file in \`content/theme/\`, and the site loads nothing from elsewhere.`
    : `The stylesheet names ${path.slice(0, 80)}, but only fonts, images and stylesheets in \`content/theme/\` are published with it.`;
  const hint = 'Put the file into `content/theme/`, and write its path relative to the stylesheet.';
  return { errors: [{ text, detail: { code: 'theme-file-refused', hint } }] };
}

function missing(path: string): OnResolveResult {
  const text = `The stylesheet names ${path.slice(0, 80)}, but \`content/theme/\` has no such file.`;
  const hint = 'Put the file there, correct the path, or remove the line.';
  return { errors: [{ text, detail: { code: 'theme-file-missing', hint } }] };
}

type Found = z.output<typeof Message>;

function failure(folder: string, { text, location, detail }: Found): Problem {
  const message = detail === undefined ? `The stylesheet cannot be read: ${text}.` : text;
  const { code, hint } = detail ?? { code: 'theme-unreadable', hint: 'Correct the stylesheet.' };
  return { severity: 'error', code, ...placeOf(folder, location), message, hint };
}

function mistake(folder: string, { text, location }: Found): Problem {
  return {
    severity: 'warning',
    code: 'theme-syntax',
    ...placeOf(folder, location),
    message: `The stylesheet has a mistake, and browsers ignore what they cannot read: ${text}.`,
    hint: 'Correct the line; look at the end of the rule before it, too.',
  };
}

function placeOf(folder: string, location: Found['location']) {
  const file = displayPath(join(folder, location?.file ?? FILE));
  return location ? { file, line: location.line, column: location.column + 1 } : { file };
}
