/** Colours for a terminal, and whether there is one that shows them. */
import { styleText } from 'node:util';

/** How the parts of a report are told apart; each gives the text as it is to be printed. */
export interface Paint {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly note: (text: string) => string;
  readonly place: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

type Style = Parameters<typeof styleText>[0];

// Whether to colour is decided below; `styleText` would look at another stream.
const style = (format: Style) => (text: string) =>
  styleText(format, text, { validateStream: false });

export const COLOURS: Paint = {
  error: style(['red', 'bold']),
  warning: style(['yellow', 'bold']),
  note: style(['blue', 'bold']),
  place: style('cyan'),
  strong: style('bold'),
  faint: style('dim'),
};

const same = (text: string): string => text;

export const PLAIN: Paint = {
  error: same,
  warning: same,
  note: same,
  place: same,
  strong: same,
  faint: same,
};

/** What of a stream decides. */
export interface Screen {
  readonly isTTY?: boolean;
  hasColors?: () => boolean;
}

/**
 * Whether to write colours: on a terminal that has them. `NO_COLOR` forbids
 * them; `FORCE_COLOR` asks for them anywhere, except when it is `0` or `false`.
 */
export function paintFor(
  screen: Screen,
  environment: Readonly<Record<string, string | undefined>>,
): Paint {
  const { FORCE_COLOR: force = '', NO_COLOR: no = '' } = environment;
  if (force === '0' || force === 'false') return PLAIN;
  if (force !== '') return COLOURS;
  if (no !== '') return PLAIN;
  return screen.isTTY === true && screen.hasColors?.() === true ? COLOURS : PLAIN;
}
