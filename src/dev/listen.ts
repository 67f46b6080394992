/** Starts an HTTP server on the first free port. */
import { createServer, type Server } from 'node:http';

/** Ports tried after the first. */
const MAX_ATTEMPTS = 100;

/** Milliseconds for a client to send its request. */
const REQUEST_TIMEOUT = 10_000;

/** No port is free. The message names the ports that were tried. */
export class NoPort extends Error {
  constructor(first: number, last: number, reason: string) {
    super(`No port from ${first} to ${last} can be used (${reason}). Choose another with --port.`);
    this.name = 'NoPort';
  }
}

/**
 * @param isShared listens on all networks of this machine, instead of only on the machine itself
 * @throws {NoPort} if neither the port nor the next ones can be used
 */
export async function listenFrom(port: number, isShared: boolean): Promise<Server> {
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT, headersTimeout: REQUEST_TIMEOUT });
  const last = Math.min(port + MAX_ATTEMPTS, 65_535);
  let failure: Error | undefined;
  for (let next = port; next <= last; next++) {
    failure = await tryPort(server, next, isShared);
    if (failure === undefined) return server;
  }
  throw new NoPort(port, last, failure?.message ?? 'none was tried');
}

/** @returns the error, if the port cannot be used */
function tryPort(server: Server, port: number, isShared: boolean): Promise<Error | undefined> {
  return new Promise((resolve) => {
    const settle = (failure?: Error): void => {
      server.off('error', settle).off('listening', succeed);
      resolve(failure);
    };
    const succeed = (): void => settle();
    server.once('error', settle).once('listening', succeed);
    server.listen(port, isShared ? undefined : '127.0.0.1');
  });
}
