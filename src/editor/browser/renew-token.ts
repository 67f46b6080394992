/** Lets an open editor go on when the preview has been started again, which gives out another token. */

const FORBIDDEN = 403;
/** In the page of the editor. */
const TOKEN = /data-token="([^"]+)"/;

/** @param api start of the addresses of the backend */
export function renewToken(api: string): void {
  const { fetch: send } = window;
  let renewed: string | undefined;
  window.fetch = async (address, options) => {
    if (!String(address).startsWith(api)) return send(address, options);
    const headers = new Headers(options?.headers);
    if (renewed !== undefined) headers.set('authorization', renewed);
    const response = await send(address, { ...options, headers });
    if (response.status !== FORBIDDEN) return response;
    const page = await send(location.pathname);
    const [, token] = TOKEN.exec(await page.text()) ?? [];
    const current = `token ${token}`;
    if (token === undefined || headers.get('authorization') === current) return response;
    renewed = current;
    headers.set('authorization', current);
    return send(address, { ...options, headers });
  };
}
