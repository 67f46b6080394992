/** nginx. */
import { describe, expect, it } from 'vitest';
import { nginxHost } from '../../../src/outputs/hosts/nginx.ts';
import { Problems } from '../../../src/lib/problem.ts';
import { deployment } from '../../support/deployment.ts';
import { manyRedirects } from '../../support/published-site.ts';
import { required } from '../../support/required.ts';
import { describeWebServer } from '../../support/web-server-tests.ts';

describeWebServer('nginx', nginxHost, {
  ignoresCase: true,
  dropsQuery: true,
  decodesSlashes: true,
  sendsCompressed: true,
});

describe('http.conf', () => {
  it('keeps the variables of two sites on one server apart', () => {
    const [one = [], other = []] = ['', '/blog'].map((base) =>
      [...httpConfiguration(base).matchAll(/^map \$uri (\S+)/gm)].map(([, variable]) => variable),
    );
    expect(one).toHaveLength(3);
    expect(other).toHaveLength(3);
    expect(new Set([...one, ...other]).size).toBe(6);
  });
});

function httpConfiguration(basePath: string): string {
  const table = { exact: manyRedirects(1), gone: [{ from: '/gone', owner: { file: 'a' } }] };
  const { files } = nginxHost.emit(deployment(table, basePath), new Problems());
  return required(files.find(({ path }) => path.endsWith('/http.conf'))).content;
}
