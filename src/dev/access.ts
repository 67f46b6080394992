/** Rules for who may ask the preview for what. */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

/** What the rules look at. */
export interface Request {
  readonly socket: { readonly remoteAddress?: string | undefined };
  readonly method?: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

/** Set by proxies, which may ask for somebody elsewhere. */
const PROXY_HEADERS = ['forwarded', 'via', 'x-forwarded-for', 'x-real-ip'];

/**
 * Whether the preview has this name. Against DNS rebinding: a page of another site must not read
 * drafts under its own host name. An IP address cannot be rebound.
 * @param isShared accepts IP addresses, not only names of this machine
 */
export function isOwnHost(host: string | undefined, isShared: boolean): boolean {
  if (isLocalHost(host)) return true;
  const name = /^(.*?)(?::\d+)?$/.exec(host ?? '')?.[1] ?? '';
  return isShared && isIP(name.replace(/^\[(.*)\]$/, '$1')) !== 0;
}

/** Whether a page of another site sends the request. A proxy may have another origin than it asks for. */
export function isFromOtherSite({ headers }: Request): boolean {
  const { origin, host } = headers;
  if (origin === undefined || origin === `http://${host}`) return false;
  return PROXY_HEADERS.every((name) => headers[name] === undefined);
}

/** Whether the request comes from a browser on this machine, as far as can be told. */
export function isFromThisMachine({ socket, headers }: Request): boolean {
  return (
    /^(?:(?:::ffff:)?127\.\d+\.\d+\.\d+|::1)$/.test(socket.remoteAddress ?? '') &&
    isLocalHost(headers.host) &&
    PROXY_HEADERS.every((name) => headers[name] === undefined)
  );
}

/** Whether a page of the preview itself sends the request, in a browser on this machine. */
export function isFromOwnPage(request: Request, token: string): boolean {
  const { host, origin, 'x-perennial-token': sent } = request.headers;
  return (
    isFromThisMachine(request) &&
    request.method === 'POST' &&
    origin === `http://${host}` &&
    typeof sent === 'string' &&
    isSame(sent, token)
  );
}

function isLocalHost(host: string | undefined): boolean {
  return /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(host ?? '');
}

/** Compares secrets in constant time. */
export function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
