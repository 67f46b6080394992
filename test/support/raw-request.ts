/** Requests paths exactly as written; `fetch` would normalise them. */
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';

export interface Reply {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  /** Without scheme and host when these are the server's own; with upper-case digits. */
  readonly location: string | undefined;
  readonly body: string;
}

/** @param origin of the server, without a slash at the end */
export function askRaw(
  origin: string,
  address: string,
  headers: OutgoingHttpHeaders = {},
): Promise<Reply> {
  const { hostname: host, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const options = { host, port, path: address, agent: false, headers };
    request(options, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('end', () => {
        const { statusCode: status, headers: received } = response;
        const location = received.location
          ?.replace(origin, '')
          .replace(/%../g, (code) => code.toUpperCase());
        resolve({ status, headers: received, location, body });
      });
    })
      .on('error', reject)
      .end();
  });
}

/** With every letter, and all else, percent-encoded. */
export function percentEncodeAll(text: string): string {
  return [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}
