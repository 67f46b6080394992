/** The page of all screenshots. */
import { expect, it } from 'vitest';
import { elements, lineOf, parsePage } from '../support/dom.ts';
import { contactSheet } from './contact-sheet.ts';

const picture = (file: string) => ({ file, name: '390 light', width: 400 });

it('shows each picture, smaller, with the page it is of, and leads to the whole', () => {
  const rows = [
    { name: 'home', address: '/', pictures: [picture('a/home.png')] },
    { name: 'tag', address: '/tags/<b>/', pictures: [picture('a/50% #1.png')] },
  ];
  const page = parsePage(contactSheet([{ name: 'a', rows }]));
  expect(elements(page, 'title').map(lineOf)).toEqual(['2 pictures']);
  expect(elements(page, 'h3').map(lineOf)).toEqual(['home /', 'tag /tags/<b>/']);
  const sources = elements(page, 'img').map(({ attribs }) => [attribs['src'], attribs['width']]);
  expect(sources).toEqual([
    ['a/home.png', '100'],
    ['a/50%25%20%231.png', '100'],
  ]);
  const links = elements(page, 'a').map(({ attribs }) => attribs['href']);
  expect(links).toEqual(['#a-home', '#a-tag', 'a/home.png', 'a/50%25%20%231.png']);
});
