/** Colours and logo of social cards, from `public/`. */
import { expect, it } from 'vitest';
import { readDesign } from '../../../src/outputs/social-images/design.ts';
import { folderWith, temporaryFolder } from '../../support/scratch.ts';
import { colours, logo } from './palette.ts';

it('has the light colours of the design, and the logo', () => {
  const css = ':root { --ink: #ABCDEF; --accent: light-dark(#112233, #445566); --paper: red; }';
  const folder = folderWith({ 'css/tokens.css': css, 'favicon.svg': logo });
  expect(readDesign(folder)).toEqual({
    colours: { ...colours, ink: '#abcdef', accent: '#112233' },
    logo,
  });
});

it('has defaults without either', () => {
  expect(readDesign(temporaryFolder())).toEqual({ colours, logo: undefined });
});
