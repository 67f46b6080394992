/** Serves a built site like a host: with its headers, and compressed. */
import { createServer } from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseAllHeaders } from '@netlify/headers-parser';
import { fileReply, listen, type Reply } from '../verify/server.ts';

/** Host whose `_headers` file is used; the site must be built for it. */
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
    response.writeHead(reply.status, { ...reply.headers, ...headersOf(url.replace(/\?.*/s, '')) });
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

/** Rules of a `_headers` file, read by the host's own parser. */
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
