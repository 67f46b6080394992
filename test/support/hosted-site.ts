/** A built site as a host sends it: with the headers that were written for it, and compressed. */
import { createServer } from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseAllHeaders } from '@netlify/headers-parser';
import { fileReply, listen, type Reply } from '../verify/server.ts';

/** The host whose file of headers is read: a build must be for it. */
export const HEADERS_HOST = 'netlify';

export interface HostedSite {
  /** Without a slash at the end: `http://127.0.0.1:49152`. */
  readonly origin: string;
  stop: () => void;
}

/** @param folder a site without a base path, built for `HEADERS_HOST` */
export async function hostSite(folder: string): Promise<HostedSite> {
  const headersOf = await readHeaders(path.join(folder, '_headers'));
  const server = createServer(({ url = '/' }, response) => {
    const reply = compressed(fileReply(folder, '', url));
    response.writeHead(reply.status, { ...reply.headers, ...headersOf(url) });
    response.end(reply.body ?? '');
  });
  const port = await listen(server);
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

type Headers = Record<string, string>;

/** The rules of a `_headers` file, as the program of the host reads them. */
async function readHeaders(file: string): Promise<(url: string) => Headers> {
  const { headers, errors } = await parseAllHeaders({
    headersFiles: [file],
    configHeaders: [],
    minimal: false,
  });
  if (errors.length > 0 || headers.length === 0) throw new Error(`No headers in ${file}`);
  return (url) =>
    Object.assign(
      {},
      ...headers.map((rule) =>
        'forRegExp' in rule && rule.forRegExp.test(url) ? rule.values : {},
      ),
    );
}

function compressed(reply: Reply): Reply {
  const { headers = {}, body } = reply;
  if (body === undefined || /^(?:image\/(?!svg)|font\/)/.test(headers['content-type'] ?? ''))
    return reply;
  return { ...reply, headers: { ...headers, 'content-encoding': 'gzip' }, body: gzipSync(body) };
}
