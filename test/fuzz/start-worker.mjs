/** Starts `trial-worker.ts`: on a thread, too, Node 20 reads no TypeScript by itself. */
import { register } from 'tsx/esm/api';

register();
await import('./trial-worker.ts');
