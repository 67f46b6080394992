/** Asks the writer what the preview wants to know before a change; the editor has no event for that. */

/** Status of an answer with a question. */
const UNCONFIRMED = 428;
/** What a change does with a file; quotation marks of texts are escaped. */
const OPERATION = /"operation":"\w+"/g;

/** @param api start of the addresses of the backend */
export function confirmChanges(api: string): void {
  const { fetch: send } = window;
  window.fetch = async (address, options) => {
    const response = await send(address, options);
    const isChange = options?.method === 'POST' && String(address).startsWith(api);
    if (!isChange || response.ok) return response;
    const { message } = await response.clone().json();
    if (response.status === UNCONFIRMED) {
      if (!window.confirm(message)) return response;
      const headers = new Headers(options.headers);
      headers.set('x-perennial-confirmed', 'yes');
      return send(address, { ...options, headers });
    }
    // The editor says that it could not delete, and not why.
    const operations = String(options.body).match(OPERATION) ?? [];
    if (operations.length > 0 && operations.every((operation) => operation.includes('delete')))
      window.alert(message);
    return response;
  };
}
