import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { LiveSite, type SiteBuilder } from '../../src/dev/live-site.ts';

const POST = 'content/posts/roses/index.md';
const OTHER = 'content/site.yaml';

/** A site whose builds take a while, and everything that happens to it. */
async function startSite(milliseconds: number) {
  const events: string[] = [];
  const builder: SiteBuilder = {
    files: undefined,
    editorFiles: undefined,
    build: async () => {
      events.push('build');
      await pause(milliseconds);
      return { errors: undefined, warnings: [], posts: 1 };
    },
    showSaved: async (file) => {
      if (file !== POST) return false;
      events.push('show');
      return true;
    },
  };
  const server = { serve: () => undefined, announce: () => void events.push('announce') };
  const onBuild = (_: unknown, changed: readonly string[]) => void events.push(`built ${changed}`);
  const listener = { onStart: () => Promise.resolve(), onBuild };
  const site = new LiveSite(builder, server, listener, ['templates']);
  await site.start();
  events.length = 0;
  const save = (file: string) => site.change({ edited: [file], movedOrNew: [] }, 'public');
  return { events, save };
}

it('shows saved posts at once if a build takes long, and builds after the last of them', async () => {
  const { events, save } = await startSite(600);
  save(POST);
  await pause(200);
  expect(events).toEqual(['show', 'announce']);
  save(POST);
  await pause(100);
  expect(events).toEqual(['show', 'announce', 'show', 'announce']);
  await pause(1500);
  expect(events.slice(4)).toEqual(['build', 'announce', `built ${POST}`]);
});

it('builds at once if that is quick, or if something else was saved', async () => {
  const quick = await startSite(0);
  quick.save(POST);
  await pause(100);
  expect(quick.events).toEqual(['build', 'announce', `built ${POST}`]);
  const slow = await startSite(600);
  slow.save(OTHER);
  await pause(100);
  expect(slow.events).toEqual(['build']);
});
