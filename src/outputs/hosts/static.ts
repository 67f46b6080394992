/** Any host that only serves files: every old address becomes a stub. */
import { allStubs, defineHost } from './host.ts';
import { reportEncodedSlashes } from './unsupported.ts';

export const staticHost = defineHost('A static host', ({ redirects }, report) => {
  reportEncodedSlashes(report, redirects);
  return { files: [], stubs: allStubs(redirects) };
});
