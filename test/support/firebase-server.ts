/** Runs Firebase's local server. */
import { once } from 'node:events';
import { createRequire } from 'node:module';
import path from 'node:path';
import { RE2 } from 're2';
import { z } from 'zod';
import { required } from './required.ts';

/** A server that answers. */
export interface FirebaseServer {
  /** `http://127.0.0.1:49152` */
  readonly origin: string;
  readonly stop: () => void;
}

export async function serveLikeFirebase(folder: string): Promise<FirebaseServer> {
  provideRe2();
  const { server: make } = await import('superstatic');
  const config = path.join(folder, 'firebase.json');
  const server = make({ cwd: folder, config, hostname: '127.0.0.1', port: 0 }).listen(() => {});
  await once(server, 'listening');
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return { origin: `http://127.0.0.1:${port}`, stop: () => server.close() };
}

/**
 * The server asks for `re2`, which takes minutes to compile. Its place takes
 * Google's build of it for WebAssembly, which gives the same class by name;
 * and each expression is made once, not at every request.
 */
function provideRe2(): void {
  const { resolve, cache } = createRequire(import.meta.url);
  const made = new Map<string, RE2>();
  required(cache[resolve('re2')]).exports = function madeOnce(source: string, flags: string): RE2 {
    const expression = made.get(source) ?? new RE2(source, flags);
    made.set(source, expression);
    return expression;
  };
}
