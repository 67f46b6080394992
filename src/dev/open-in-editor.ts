/** Opens a file of the site in the owner's editor. Imported on demand, for its library. */
import { realpathSync, statSync } from 'node:fs';
import { basename, relative } from 'node:path';
import launch from 'launch-editor';
import { isOutside } from '../lib/paths.ts';

export interface EditorOptions {
  /** Files and folders that may be opened. */
  readonly paths: readonly string[];
  /** Command with arguments. Default: see `preferredEditor`. */
  readonly command: string | undefined;
}

/** `refused` for a file that may not be opened. */
export type Opened =
  | { readonly kind: 'opened' }
  | { readonly kind: 'refused' | 'failed'; readonly reason: string };

/** Editors that would take over the terminal of the preview. */
const IN_TERMINAL = new Set(
  'ed emacs helix hx joe kak mcedit micro nano ne nvim pico vi vim'.split(' '),
);

/** Milliseconds within which a command that does not exist fails. */
const FAILURE_TIME = 500;

/** @param place `content/site.yaml:3:1`, with line and column optional */
export function openInEditor(place: string, { paths, command }: EditorOptions): Promise<Opened> {
  const [, name = '', position = ''] = /^(.*?)((?::\d+){0,2})$/s.exec(place) ?? [];
  const file = realFile(name);
  const isAllowed = paths.some((path) => {
    const real = realPath(path);
    return file !== undefined && real !== undefined && !isOutside(relative(real, file));
  });
  if (file === undefined || !isAllowed)
    return Promise.resolve({ kind: 'refused', reason: `${name} is not a file of this site.` });
  return new Promise((resolve) => {
    setTimeout(() => resolve({ kind: 'opened' }), FAILURE_TIME);
    launch(file + position, command ?? preferredEditor(process.env), (_, reason) =>
      resolve({
        kind: 'failed',
        reason:
          reason === null
            ? 'No editor was found. Name yours in the variable EDITOR or with --editor.'
            : `The editor failed: ${reason}`,
      }),
    );
  });
}

/**
 * The editor of the environment that has a window of its own. If there is
 * none, launch-editor looks for one that is running, and then takes any.
 */
function preferredEditor(env: NodeJS.ProcessEnv): string | undefined {
  return [env['LAUNCH_EDITOR'], env['VISUAL'], env['EDITOR']].find((command = '') => {
    const [program = ''] = command.split(' ');
    return program !== '' && !IN_TERMINAL.has(basename(program));
  });
}

function realFile(path: string): string | undefined {
  const real = realPath(path);
  return real !== undefined && statSync(real).isFile() ? real : undefined;
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
