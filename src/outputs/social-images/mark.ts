/** The sign of the site, a shoot with two leaves, as `templates/components/logo.tsx` has it. */
import type { Step } from './outline.ts';

/** Units that it is wide and high; y grows downwards. */
export const MARK_SIZE = 32;

export const MARK: readonly Step[] = [
  // The stem
  { command: 'moveTo', args: [15, 16] },
  { command: 'bezierCurveTo', args: [15, 14.7, 17, 14.7, 17, 16] },
  { command: 'lineTo', args: [17, 30] },
  { command: 'bezierCurveTo', args: [17, 31.3, 15, 31.3, 15, 30] },
  { command: 'closePath', args: [] },
  // The right leaf
  { command: 'moveTo', args: [16, 17] },
  { command: 'bezierCurveTo', args: [16, 9, 21, 4, 29, 3] },
  { command: 'bezierCurveTo', args: [29, 12, 24, 17, 16, 17] },
  { command: 'closePath', args: [] },
  // The left leaf
  { command: 'moveTo', args: [16, 24] },
  { command: 'bezierCurveTo', args: [9, 24, 5, 20, 5, 13] },
  { command: 'bezierCurveTo', args: [12, 14, 16, 18, 16, 24] },
  { command: 'closePath', args: [] },
];
