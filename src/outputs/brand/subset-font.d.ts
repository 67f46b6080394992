/** The part of subset-font that is used. */

declare module 'subset-font' {
  /** @param font TrueType, OpenType, WOFF or WOFF2 */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      readonly targetFormat: 'truetype' | 'woff2';
      /** Features of OpenType; all by default. */
      readonly keepFeatures?: readonly string[];
      /** One place or a range on axes of a variable font. */
      readonly variationAxes?: Readonly<
        Record<string, number | { readonly min: number; readonly max: number }>
      >;
      readonly noHinting?: boolean;
    },
  ): Promise<Buffer>;
}
