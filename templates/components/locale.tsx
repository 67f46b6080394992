/** Locale of a page, for link previews. https://ogp.me/#optional */
import type { VNode } from 'preact';

export function Locale({ locale }: { locale: string | undefined }): VNode | null {
  return locale === undefined ? null : <meta property="og:locale" content={locale} />;
}
