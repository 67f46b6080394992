/** Why a request to a server got no answer, in plain words. */

/**
 * Why nothing came back, as the end of a sentence.
 * @param timeout milliseconds that were allowed
 */
export function reasonOf(error: unknown, timeout: number): string {
  if (error instanceof Error && error.name === 'TimeoutError')
    return `it took longer than ${timeout / 1000} s`;
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (!(cause instanceof Error)) return String(cause);
  const code = 'code' in cause ? String(cause.code) : cause.name;
  // Node joins the reasons of several attempts and leaves the message empty.
  return REASONS[code] ?? (cause.message || code);
}

/** By codes of the system, of Node and of OpenSSL; what is not among them is said in their words. */
const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no server of that name',
  EAI_AGAIN: 'the name cannot be looked up; this computer may be offline',
  ECONNREFUSED: 'no server listens there',
  ECONNRESET: 'the server broke off',
  UND_ERR_SOCKET: 'the server broke off',
  CERT_HAS_EXPIRED: 'the certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for another name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is not one that computers trust',
  SELF_SIGNED_CERT_IN_CHAIN: 'the certificate is not one that computers trust',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate is not one that computers trust',
  ERR_SSL_WRONG_VERSION_NUMBER: 'the server does not speak https there',
};
