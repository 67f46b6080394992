/** The editor with `pullRequests: true`, on a host without headers, with a stand-in for GitHub. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { CHROMIUM } from '../support/chromium.ts';
import { describeWith } from '../support/describe-with.ts';
import type { GitHub } from '../support/github.ts';
import type { EditorPage } from './editor-page.ts';
import { hostEditor, type HostedEditor } from './hosted-editor.ts';

const CONTENT = {
  'content/site.yaml':
    'title: Garden\nurl: https://garden.example/\nhost: netlify\neditor: { backend: github, repo: rosa/garden, pullRequests: true }\n',
  'content/posts/hello/index.md': '---\ntitle: Hello\npublishDate: 2021-04-06\n---\n\nHello.\n',
};

const PULL = 'Update Post “hello” (cms/posts/hello)';

describeWith(CHROMIUM, 'a change that is reviewed', (program) => {
  let hosted: HostedEditor;
  let github: GitHub;
  let editor: EditorPage;

  beforeAll(async () => {
    // A host that sends no headers of its owner, so that the policy of the page itself counts.
    hosted = await hostEditor(program, CONTENT, (context, origin) =>
      context.route(`${origin}/**`, async (route) => {
        const response = await route.fetch();
        const sent = Object.entries(response.headers());
        const headers = sent.filter(([name]) => name !== 'content-security-policy');
        await route.fulfill({ response, headers: Object.fromEntries(headers) });
      }),
    );
    ({ github, editor } = hosted);
  });

  afterAll(() => hosted.stop());

  it('is a pull request, and the branch that is built stays as it is', async () => {
    const { head } = github;
    await editor.open('Hello');
    await editor.fill('title', 'Hello, world');
    await editor.press('Save');
    await expect.poll(() => github.pullRequests).toEqual([`${PULL}: draft`]);
    await editor.answer('Send for Review');
    await editor.backInList();
    await expect.poll(() => github.pullRequests).toEqual([`${PULL}: open`]);
    expect(github.head).toBe(head);
  });

  it('is merged when it is published', async () => {
    await editor.goTo('collections/posts/entries/hello/index');
    await editor.changeStatus('In Review', 'Ready');
    await editor.press('Publish Entry');
    await editor.answer('Publish');
    await expect.poll(() => github.pullRequests).toEqual([`${PULL}: merged`]);
    expect(github.lastChange().slice(2)).toEqual(['-title: Hello', '+title: Hello, world']);
    const refused = z.array(z.string()).parse(await editor.page.evaluate('refusals'));
    expect([...editor.errors, ...refused, ...github.unknown, ...github.foreign]).toEqual([]);
  });
});
