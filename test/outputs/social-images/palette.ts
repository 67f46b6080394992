/** Colours and a logo of social cards, for tests. */
import { iconLogo } from '../../../src/outputs/social-images/design.ts';

export const colours = {
  paper: '#fbfaf5',
  ink: '#23271f',
  soft: '#585e52',
  accent: '#22644a',
  rule: '#dcd9cb',
};

/** A square. */
export const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1" fill="#ff0000"/></svg>';

export const logo = iconLogo(icon);
