/** Addresses of uploaded pictures: from those of smaller versions to that of the original. */

/**
 * Without what WordPress, its image service or Ghost add for a smaller version. The original may be absent
 * where the name of an upload ends like that of a smaller version: `map-800x600.png`.
 */
export function originalOf(url: string): string {
  const address = withoutService(url);
  if (!isUpload(address)) return address;
  const bare = /[?#]/.test(address) ? address.replace(/[?#].*/s, '') : address;
  return bare
    .replace(/-\d{1,5}x\d{1,5}(?=\.[a-z]{3,4}$)/i, '')
    .replace(/\/content\/images\/size\/w\d+(?:h\d+)?\/(?:format\/\w+\/)?/, '/content/images/');
}

/** The upload that WordPress made smaller because it was larger than 2,560 pixels. */
export function unscaledOf(url: string): string {
  return isUpload(url) ? url.replace(/-(?:scaled|rotated)(?=\.[a-z]{3,4}$)/i, '') : url;
}

/** Photon, the image service of WordPress.com: `https://i0.wp.com/HOST/PATH?resize=…`. */
function withoutService(url: string): string {
  const [, path = '', query = ''] =
    /^(?:https?:)?\/\/i\d\.wp\.com\/([^?#]+)(?:\?([^#]*))?/i.exec(url) ?? [];
  if (path === '') return url;
  return `${/(?:^|&)ssl=1(?:&|$)/.test(query) ? 'https' : 'http'}://${path}`;
}

function isUpload(url: string): boolean {
  return /\/wp-content\/uploads\/|\/files\/\d{4}\/\d\d\/|\.files\.wordpress\.com\/|\/content\/images\//i.test(
    url,
  );
}

/** The same for all addresses of a picture that differ in scheme, `www` or encoding alone. */
export function pictureKey(url: string): string {
  const bare = url.replace(/[?#].*/s, '').replace(/^(?:https?:)?\/\/(?:www\.)?/i, '');
  try {
    return decodeURI(bare).normalize();
  } catch {
    return bare;
  }
}
