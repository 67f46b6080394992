/** A web server of a few files. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Runs `use` while a server answers.
 * @param files by path, for the origin of the server, without a slash at the end
 */
export async function withServer(
  files: (origin: string) => Readonly<Record<string, string | Uint8Array>>,
  use: (origin: string) => Promise<void>,
): Promise<void> {
  let origin = '';
  const server = createServer(({ url = '' }, response) => {
    const file = files(origin)[url];
    response.writeHead(file === undefined ? 404 : 200).end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!isInet(address)) throw new Error('The server has no port.');
  origin = `http://127.0.0.1:${address.port}`;
  try {
    await use(origin);
  } finally {
    server.close();
  }
}

function isInet(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}
