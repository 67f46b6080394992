/** QR codes of the addresses of posts and pages, for print. Imported on demand, for its library. */
import { encode } from 'uqr';
import type { Plan } from '../addresses/plan.ts';
import type { QrCode } from './model.ts';

/** By path. */
export function qrCodes({ entries }: Pick<Plan, 'entries'>): Map<string, QrCode> {
  return new Map(
    entries.map(({ address: { path, canonical } }) => {
      const { size, data } = encode(canonical, { ecc: 'M', border: 0 });
      return [path, { size, outline: data.map(rowOutline).join('') }];
    }),
  );
}

/** The dark modules of a row as rectangles of an SVG path, one for each run. */
function rowOutline(modules: readonly boolean[], row: number): string {
  const bits = modules.map((isDark) => (isDark ? '1' : '0')).join('');
  return [...bits.matchAll(/1+/g)]
    .map(({ index, 0: run }) => `M${index} ${row}h${run.length}v1h-${run.length}z`)
    .join('');
}
