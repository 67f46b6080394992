/** Any host that only serves files: every old address becomes a stub. */
import { allStubs, defineHost } from './host.ts';

export const staticHost = defineHost('A static host', ({ redirects }) => ({
  files: [],
  stubs: allStubs(redirects),
}));
