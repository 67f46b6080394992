/** Named stacks of typefaces that operating systems bring along, by style. */

/** Values of `font-family`. Apple's fonts come first, then those of Windows, Android and Linux. */
export const FONT_STACKS: Readonly<Record<string, string>> = {
  'system-ui': 'system-ui, sans-serif',
  transitional: "Charter, 'Bitstream Charter', 'Sitka Text', Cambria, 'Noto Serif', serif",
  'old-style':
    "'Iowan Old Style', 'Palatino Linotype', Palatino, P052, 'URW Palladio L', 'Noto Serif', serif",
  humanist:
    "Seravek, 'Gill Sans Nova', Ubuntu, Calibri, Carlito, 'DejaVu Sans', 'Noto Sans', sans-serif",
  'geometric-humanist':
    "Avenir, 'Avenir Next', Montserrat, Corbel, 'URW Gothic', 'Noto Sans', sans-serif",
  'classical-humanist': "Optima, Candara, 'Noto Sans', 'DejaVu Sans', sans-serif",
  'neo-grotesque':
    "'Helvetica Neue', Inter, 'Segoe UI', Roboto, 'Nimbus Sans', 'Liberation Sans', Arial, sans-serif",
  industrial:
    "'DIN Alternate', Bahnschrift, 'Franklin Gothic Medium', 'Nimbus Sans Narrow', 'Roboto Condensed', sans-serif-condensed, sans-serif",
  'rounded-sans':
    "ui-rounded, 'Hiragino Maru Gothic ProN', Quicksand, Comfortaa, 'Arial Rounded MT Bold', Calibri, sans-serif",
  'slab-serif': "Rockwell, 'Rockwell Nova', 'Roboto Slab', 'DejaVu Serif', 'Sitka Small', serif",
  antique: "Superclarendon, 'Bookman Old Style', 'URW Bookman', Bookman, 'Noto Serif', serif",
  didone:
    "Didot, 'Bodoni MT', 'Noto Serif Display', 'URW Palladio L', P052, 'Sitka Display', serif",
  handwritten: "'Bradley Hand', 'Segoe Print', 'Segoe Script', Chilanka, TSCu_Comic, cursive",
  'monospace-code':
    "ui-monospace, Menlo, 'Cascadia Code', Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace",
  'monospace-slab-serif':
    "'Courier New', Courier, 'Nimbus Mono PS', 'Liberation Mono', Cousine, monospace",
};

/** Whether a setting names a file instead of a stack. */
export function isFontFile(name: string): boolean {
  return /\.(?:woff2?|ttf|otf)$/i.test(name);
}
