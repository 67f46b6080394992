/** Colours and logo of social cards, from `public/`. */
import { expect, it } from 'vitest';
import { readDesign } from '../../../src/outputs/social-images/design.ts';
import { folderWith, temporaryFolder } from '../../support/scratch.ts';
import { colours, icon, logo } from './palette.ts';

it('has the light colours of the design, and the logo', () => {
  const css = ':root { --ink: #ABCDEF; --accent: light-dark(#112233, #445566); --paper: red; }';
  const folder = folderWith({ 'css/tokens.css': css, 'favicon.svg': icon });
  expect(readDesign(folder)).toEqual({
    colours: { ...colours, ink: '#abcdef', accent: '#112233' },
    logo,
    fonts: [],
  });
});

it('has what the owner has changed', () => {
  const folder = folderWith({ 'css/tokens.css': ':root { --ink: #abcdef; }', 'favicon.svg': icon });
  const other = { source: 'data:image/png;base64,', width: 90, margin: 0, isWordmark: true };
  const brand = { colours: { accent: '#112233' }, logo: other, icon: undefined, fonts: [] };
  expect(readDesign(folder, brand)).toEqual({
    colours: { ...colours, ink: '#abcdef', accent: '#112233' },
    logo: other,
    fonts: [],
  });
});

it('has defaults without either', () => {
  expect(readDesign(temporaryFolder())).toEqual({ colours, logo: undefined, fonts: [] });
});
