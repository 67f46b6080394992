/** The part of subset-font that is used. */

declare module 'subset-font' {
  /** @param font TrueType, OpenType, WOFF or WOFF2 */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { readonly targetFormat: 'truetype' | 'woff2' },
  ): Promise<Buffer>;
}
