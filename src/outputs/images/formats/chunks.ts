/** What is left of an image file without its metadata. */
export interface Chunks {
  /** The file in pieces. */
  readonly chunks: readonly Buffer[];
  /** 0 or 1 for a still image. */
  readonly frames: number;
}
