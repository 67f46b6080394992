import { expect, it } from 'vitest';
import { markdownOf } from './markdown-of.ts';

it('keeps the direction of text that runs against its page, once for neighbours', () => {
  const html =
    '<p>And</p><div dir="rtl">שלום<br><br><p dir="rtl">צבע</p></div> <p dir="RTL">כאן</p><p dir="ltr">so on</p>';
  const text = 'שלום\n\nצבע\n\nכאן';
  expect(markdownOf(html, { around: 'ltr' })).toBe(
    `And\n\n<div dir="rtl">\n\n${text}\n\n</div>\n\nso on`,
  );
  expect(markdownOf(html, { around: 'rtl' })).toBe(
    `And\n\n${text}\n\n<div dir="ltr">\n\nso on\n\n</div>`,
  );
});

it('leaves a comment without it', () => {
  expect(markdownOf('<p dir="rtl">שלום</p>')).toBe('שלום');
});
