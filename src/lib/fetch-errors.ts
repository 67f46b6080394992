/** Explains failed HTTP requests in plain words. */
import { ownValue } from './own-value.ts';

/**
 * The reason as a clause: `the certificate has expired`.
 * @param timeout time limit in milliseconds
 */
export function reasonOf(error: unknown, timeout: number): string {
  if (error instanceof Error && error.name === 'TimeoutError')
    return `it took longer than ${timeout / 1000} s`;
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (!(cause instanceof Error)) return String(cause);
  const code = 'code' in cause ? String(cause.code) : cause.name;
  // An AggregateError of several connection attempts has an empty message.
  return ownValue(REASONS, code) ?? (cause.message || code);
}

/** By error code of the system, Node.js or OpenSSL. */
const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no server with that name',
  EAI_AGAIN: 'the name cannot be resolved; this computer may be offline',
  ECONNREFUSED: 'no server is listening there',
  ECONNRESET: 'the server closed the connection',
  UND_ERR_SOCKET: 'the server closed the connection',
  CERT_HAS_EXPIRED: 'the certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for another name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is not trusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'the certificate is not trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate is not trusted',
  ERR_SSL_WRONG_VERSION_NUMBER: 'the server does not support https there',
};
