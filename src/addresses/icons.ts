/** The icons of a site, in the forms that programs ask for. */
import type { PageAddress } from './address.ts';

/** Each is absent where `public/` has no such file. */
export interface Icons {
  readonly svg: PageAddress | undefined;
  /** For feeds and search engines. */
  readonly logo: PageAddress | undefined;
  /** For browsers that take no SVG. */
  readonly ico: PageAddress | undefined;
  /** For home screens of Apple's devices, 180 pixels wide. */
  readonly touch: PageAddress | undefined;
  /** For those of others, by the pixels of their width; they may be cut to any shape. */
  readonly maskable: readonly (PageAddress & { readonly pixels: number })[];
}

/** No wider than 144 pixels, says RSS. */
const LOGO = '/icon.png';

/** Sizes that browsers ask a manifest for. https://www.w3.org/TR/appmanifest/#icons-member */
const MASKABLE = [192, 512];

export function iconsOf(published: (path: string) => PageAddress | undefined): Icons {
  return {
    svg: published('/favicon.svg'),
    logo: published(LOGO),
    ico: published('/favicon.ico'),
    touch: published('/apple-touch-icon.png'),
    maskable: MASKABLE.flatMap((pixels) => {
      const icon = published(`/icon-${pixels}.png`);
      return icon === undefined ? [] : [{ ...icon, pixels }];
    }),
  };
}
