/** Tests that every web server must pass. */
import { describe, expect, it } from 'vitest';
import type { Host } from '../../src/outputs/hosts/host.ts';
import { deployment } from './deployment.ts';
import { describeWith, describeWithCorpus } from './describe-with.ts';
import { manyRedirects, publishSite } from './published-site.ts';
import { askRaw } from './raw-request.ts';
import { required } from './required.ts';
import { temporaryFolder } from './scratch.ts';
import { describeCorpus } from './web-server-corpus.ts';
import { describeRules } from './web-server-rules.ts';
import { SERVERS, type ServerName } from './web-server-setups.ts';
import { startServer, type Abilities } from './web-servers.ts';

export function describeWebServer(name: ServerName, host: Host, abilities: Abilities): void {
  describeWith([SERVERS[name].program], host.title, (program) => {
    const subject = { name, program, host, abilities };

    describe.each(['', '/blog'])('with the base path "%s"', (base) => describeRules(subject, base));

    it('starts without warnings with 5,000 redirects, and serves them', async () => {
      const redirects = manyRedirects(5000);
      const root = temporaryFolder('root');
      publishSite(host, deployment({ exact: redirects }), ['/'], root);
      const server = await startServer({ name, program, root });
      try {
        expect(server.complaints()).toEqual([]);
        for (const index of [0, 2500, 4999]) {
          const { from, to } = required(redirects[index]);
          const reply = await askRaw(server.origin, from);
          expect(reply).toMatchObject({ status: 301, location: to.url });
        }
      } finally {
        await server.stop();
      }
    });

    describeWithCorpus('with the site of the corpus', (corpus) => describeCorpus(subject, corpus));
  });
}
