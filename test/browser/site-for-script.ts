/** Builds and hosts a site and opens a browser, for the scripts of this folder. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSite, built, type OutputFolder } from '../support/build-site.ts';
import { CHROMIUM } from '../support/chromium.ts';
import { corpusDir } from '../support/corpus.ts';
import { corpusContent } from '../support/corpus-site.ts';
import { HEADERS_HOST, hostSite } from '../support/hosted-site.ts';
import { findProgram } from '../support/programs.ts';
import { required } from '../support/required.ts';

export interface ScriptSite {
  readonly output: OutputFolder;
  /** Without a slash at the end. */
  readonly origin: string;
  /** Path of the browser. */
  readonly program: string;
}

/** @param content folder; default: the corpus where there is one, else the content of the project */
export async function withSite(
  content: string | undefined,
  body: (site: ScriptSite) => Promise<void>,
): Promise<void> {
  const program = required(findProgram(CHROMIUM), CHROMIUM.join(' or '));
  const folder = mkdtempSync(path.join(tmpdir(), 'perennial-browser-'));
  try {
    const { output } = built(
      await buildSite({
        content: content ?? defaultContent(folder),
        output: path.join(folder, 'out'),
        // The address is that of the root: hosts serve the site from there.
        args: ['--host', HEADERS_HOST, '--site-url', 'https://blog.example.org/'],
      }),
    );
    const site = await hostSite(output.path);
    try {
      await body({ output, origin: site.origin, program });
    } finally {
      site.stop();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function defaultContent(folder: string): string {
  return corpusDir === undefined
    ? 'content'
    : corpusContent(corpusDir, path.join(folder, 'content'));
}
