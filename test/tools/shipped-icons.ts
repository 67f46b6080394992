/** `npm run shipped-icons`: renders the program's own icons from `public/favicon.svg`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { tokensOf } from '../../src/lib/colour/tokens.ts';
import { iconFiles } from '../../src/outputs/brand/icons.ts';
import { draw } from '../../src/outputs/brand/raster.ts';
import { required } from '../support/required.ts';

const { light } = required(tokensOf(readFileSync('public/css/tokens.css', 'utf8')).get('paper'));
const { png } = await draw(readFileSync('public/favicon.svg'), 32);
for (const [path, bytes] of Object.entries(await iconFiles(png, light)))
  writeFileSync(`public${path}`, bytes);
