/** Any host that only serves files: every old address becomes a stub. */
import { allStubs, defineHost } from './host.ts';
import { reportDownloads, reportEncodedSlashes } from './unsupported.ts';

export const staticHost = defineHost('A static host', (site, report) => {
  const { redirects } = site;
  reportEncodedSlashes(report, redirects);
  reportDownloads(report, site);
  return { files: [], stubs: allStubs(redirects) };
});
