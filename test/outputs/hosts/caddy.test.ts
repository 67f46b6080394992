/** Caddy. */
import path from 'node:path';
import { expect, it } from 'vitest';
import { caddyHost } from '../../../src/outputs/hosts/caddy.ts';
import { Problems } from '../../../src/lib/problem.ts';
import { run } from '../../support/build-site.ts';
import { deployment } from '../../support/deployment.ts';
import { describeWith } from '../../support/describe-with.ts';
import { manyRedirects, pattern } from '../../support/published-site.ts';
import { required } from '../../support/required.ts';
import { folderWith } from '../../support/scratch.ts';
import { describeWebServer } from '../../support/web-server-tests.ts';

describeWebServer('caddy', caddyHost, {
  ignoresCase: true,
  dropsQuery: true,
  decodesSlashes: true,
  sendsCompressed: true,
});

describeWith(['caddy'], 'site.caddy', (program) => {
  it('is formatted as by `caddy fmt`', async () => {
    const table = { exact: manyRedirects(3), patterns: [pattern('/old/*', '/:splat')] };
    const [file] = caddyHost.emit(deployment(table), new Problems()).files;
    const { content } = required(file);
    const folder = folderWith({ 'site.caddy': content });
    const formatted = await run(program, ['fmt', path.join(folder, 'site.caddy')]);
    expect(formatted.stdout).toBe(content);
  });
});
