/** Any host that serves files: old addresses are files too. */
import { allStubs, type Host } from './host.ts';

export const staticHost: Host = {
  title: 'A host of files',
  emit: ({ redirects }) => ({ files: [], stubs: allStubs(redirects) }),
};
