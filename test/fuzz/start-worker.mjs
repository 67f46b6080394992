/** Starts `trial-worker.ts` through tsx, because Node 20 does not read TypeScript. */
import { register } from 'tsx/esm/api';

register();
await import('./trial-worker.ts');
