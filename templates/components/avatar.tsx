/** The portrait of an author, if this site has it: a page asks no other host for anything. */
import type { VNode } from 'preact';

const HERE = /^(?:\/(?!\/)|data:image\/)/;

export function Avatar({ src }: { src: string | undefined }): VNode | null {
  if (src === undefined || !HERE.test(src)) return null;
  return <img class="avatar u-photo" src={src} alt="" width="96" height="96" loading="lazy" />;
}
