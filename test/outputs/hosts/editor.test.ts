/** The headers of the editor, at hosts that send headers. */
import path from 'node:path';
import { parseAllHeaders } from '@netlify/headers-parser';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { editorPolicy } from '../../../src/outputs/editor/policy.ts';
import { HOSTS } from '../../../src/outputs/hosts/emit.ts';
import type { HostName } from '../../../src/content/site-schema.ts';
import { securityHeaders } from '../../../src/outputs/hosts/headers.ts';
import { OutputFolder } from '../../support/build-site.ts';
import { Cloudflare } from '../../support/cloudflare.ts';
import { deployment } from '../../support/deployment.ts';
import { describeWith } from '../../support/describe-with.ts';
import { serveLikeFirebase } from '../../support/firebase-server.ts';
import { publishSite } from '../../support/published-site.ts';
import { askRaw } from '../../support/raw-request.ts';
import { temporaryFolder } from '../../support/scratch.ts';
import { SERVERS, type ServerName } from '../../support/web-server-setups.ts';
import { startServer } from '../../support/web-servers.ts';

const POLICY = editorPolicy({
  name: 'github',
  repo: 'rosa/garden',
  branch: 'main',
  api_root: 'https://api.github.com',
});
const SITE = deployment({}, '', { editorPolicy: POLICY });
/** The page, and a worker, which obeys the policy of its own file. */
const EDITOR = ['/admin/', '/admin/assets/worker.html'];
const PAGES = ['/', '/administration/', ...EDITOR];

const EDITOR_HEADERS = {
  'content-security-policy': `${POLICY}; frame-ancestors 'none'`,
  'cross-origin-opener-policy': 'unsafe-none',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
};
const SITE_HEADERS = {
  'content-security-policy': securityHeaders(SITE)['Content-Security-Policy'],
  'cross-origin-opener-policy': 'same-origin',
  'x-robots-tag': undefined,
};

type Ask = (address: string) => Promise<Readonly<Record<string, unknown>>>;

/** The headers that are not as they should be. */
async function wrongHeaders(ask: Ask): Promise<string[]> {
  const expected = PAGES.map((address) => ({
    address,
    headers: EDITOR.includes(address) ? EDITOR_HEADERS : SITE_HEADERS,
  }));
  const wrong: string[] = [];
  for (const { address, headers } of expected) {
    const answered = await ask(address);
    for (const [name, value] of Object.entries(headers))
      if (answered[name] !== value) wrong.push(`${address}: ${name}: ${String(answered[name])}`);
  }
  return wrong;
}

function publish(name: HostName): string {
  const folder = temporaryFolder('root');
  publishSite(HOSTS[name], SITE, PAGES, folder);
  return folder;
}

describe.each(['nginx', 'apache', 'htaccess', 'caddy'] satisfies ServerName[])('on %s', (name) => {
  describeWith([SERVERS[name].program].flat(), name, (program) => {
    it('are those of the editor below /admin/ alone', async () => {
      const server = await startServer({ name, program, root: publish(name) });
      try {
        expect(
          await wrongHeaders(async (address) => (await askRaw(server.origin, address)).headers),
        ).toEqual([]);
      } finally {
        await server.stop();
      }
    });
  });
});

it('are those of the editor below /admin/ alone on Netlify', async () => {
  const { headers } = await parseAllHeaders({
    headersFiles: [path.join(publish('netlify'), '_headers')],
    configHeaders: [],
    minimal: false,
  });
  const rules = z
    .array(z.object({ forRegExp: z.instanceof(RegExp), values: z.record(z.string(), z.string()) }))
    .parse(headers);
  expect(
    await wrongHeaders(async (address) => {
      const found = rules.filter(({ forRegExp }) => forRegExp.test(address));
      return lowerCase(Object.assign({}, ...found.map(({ values }) => values)));
    }),
  ).toEqual([]);
});

it('are those of the editor below /admin/ alone on Cloudflare', async () => {
  const cloudflare = new Cloudflare(new OutputFolder(publish('cloudflare')));
  try {
    expect(
      await wrongHeaders(async (address) => {
        const { headers } = await cloudflare.get(address.replace('.html', ''));
        return Object.fromEntries(headers);
      }),
    ).toEqual([]);
  } finally {
    await cloudflare.stop();
  }
});

it('are those of the editor below /admin/ alone on Firebase', async () => {
  const server = await serveLikeFirebase(publish('firebase'));
  try {
    expect(
      await wrongHeaders(async (address) => (await askRaw(server.origin, address)).headers),
    ).toEqual([]);
  } finally {
    server.stop();
  }
});

it('are those of the editor below /admin/ alone on Vercel', async () => {
  const { headers: rules } = z
    .looseObject({
      headers: z.array(
        z.object({
          source: z.string(),
          headers: z.array(z.object({ key: z.string(), value: z.string() })),
        }),
      ),
    })
    .parse(JSON.parse(configOf('vercel', '/vercel.json')));
  expect(
    await wrongHeaders(async (address) => {
      const found = rules.filter(({ source }) => new RegExp(`^${source}$`).test(address));
      const pairs = found.flatMap(({ headers }) => headers.map(({ key, value }) => [key, value]));
      return lowerCase(Object.fromEntries(pairs));
    }),
  ).toEqual([]);
});

it('are those of the editor below /admin/ alone on Azure', async () => {
  const { routes, globalHeaders } = z
    .looseObject({
      routes: z.array(z.object({ route: z.string(), headers: z.record(z.string(), z.string()) })),
      globalHeaders: z.record(z.string(), z.string()),
    })
    .parse(JSON.parse(configOf('azure', '/staticwebapp.config.json')));
  expect(
    await wrongHeaders(async (address) => {
      const route = routes.find(({ route: source }) =>
        source.endsWith('*') ? address.startsWith(source.slice(0, -1)) : address === source,
      );
      return lowerCase({ ...globalHeaders, ...route?.headers });
    }),
  ).toEqual([]);
});

function configOf(name: HostName, file: string): string {
  return new OutputFolder(publish(name)).read(file);
}

function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
}
