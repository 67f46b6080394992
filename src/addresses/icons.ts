/** Site icons in the formats that browsers and feeds need. */
import type { PageAddress } from './address.ts';

/** Absent where `public/` has no such file. */
export interface Icons {
  readonly svg: PageAddress | undefined;
  /** For feeds and search engines. */
  readonly logo: PageAddress | undefined;
  /** For browsers without SVG icons. */
  readonly ico: PageAddress | undefined;
  /** For Apple home screens, 180 pixels wide. */
  readonly touch: PageAddress | undefined;
  /** For other home screens, which may crop them to any shape. */
  readonly maskable: readonly (PageAddress & { readonly pixels: number })[];
}

/** RSS limits the width to 144 pixels. */
const LOGO = '/icon.png';

/** Widths that browsers look for in a manifest. https://www.w3.org/TR/appmanifest/#icons-member */
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
