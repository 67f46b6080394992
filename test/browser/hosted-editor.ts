/** The published editor of a blog in Chromium, with a stand-in for GitHub that has the files of the blog. */
import type { BrowserContext } from 'playwright-core';
import { buildSite, built } from '../support/build-site.ts';
import { launchChromium } from '../support/chromium.ts';
import { GitHub } from '../support/github.ts';
import { hostSite } from '../support/hosted-site.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';
import { EditorPage } from './editor-page.ts';
import { newVisitor } from './visit.ts';

/** Milliseconds that a step may take on a busy machine. */
const PATIENCE = 20_000;

export interface HostedEditor {
  readonly github: GitHub;
  /** Signed in. */
  readonly editor: EditorPage;
  readonly stop: () => Promise<void>;
}

/**
 * @param program path of Chromium
 * @param files of the blog, below the repository
 * @param prepare changes what the browser gets from the host of the site
 */
export async function hostEditor(
  program: string,
  files: Readonly<Record<string, string>>,
  prepare: (context: BrowserContext, origin: string) => Promise<unknown> = () => Promise.resolve(),
): Promise<HostedEditor> {
  const site = built(await buildSite({ content: `${folderWith(files)}/content` }));
  const host = await hostSite(site.output.path);
  const github = new GitHub(temporaryFolder('github'), files);
  const browser = await launchChromium(program);
  const context = await newVisitor(browser);
  context.setDefaultTimeout(PATIENCE);
  await github.answer(context);
  await prepare(context, host.origin);
  const editor = new EditorPage(await context.newPage());
  await editor.page.goto(`${host.origin}/admin/`);
  await editor.signIn();
  const stop = async (): Promise<void> => {
    await browser.close();
    host.stop();
  };
  return { github, editor, stop };
}
