/** Terminal colors, and whether to use them. */
import { styleText } from 'node:util';

/** Formats each kind of text in a report. */
export type Colors = Readonly<
  Record<'error' | 'warning' | 'note' | 'place' | 'strong' | 'faint', Format>
>;

type Format = (text: string) => string;

// `colorsFor` decides whether to color; `styleText` would check the wrong stream.
const style =
  (format: Parameters<typeof styleText>[0]): Format =>
  (text) =>
    styleText(format, text, { validateStream: false });

export const COLORED: Colors = {
  error: style(['red', 'bold']),
  warning: style(['yellow', 'bold']),
  note: style(['blue', 'bold']),
  place: style('cyan'),
  strong: style('bold'),
  faint: style('dim'),
};

const same: Format = (text) => text;

export const PLAIN: Colors = {
  error: same,
  warning: same,
  note: same,
  place: same,
  strong: same,
  faint: same,
};

/** The part of an output stream that tells whether it is a color terminal. */
export interface OutputStream {
  readonly isTTY?: boolean;
  hasColors?: () => boolean;
}

/**
 * Colors for terminals that support them. `NO_COLOR` turns them off;
 * `FORCE_COLOR` turns them on anywhere, or off if it is `0` or `false`.
 */
export function colorsFor(
  stream: OutputStream,
  environment: Readonly<Record<string, string | undefined>>,
): Colors {
  const { FORCE_COLOR: force = '', NO_COLOR: no = '' } = environment;
  if (force === '0' || force === 'false') return PLAIN;
  if (force !== '') return COLORED;
  if (no !== '') return PLAIN;
  return stream.isTTY === true && stream.hasColors?.() === true ? COLORED : PLAIN;
}
