import { expect, it } from 'vitest';
import { readCsv } from '../../../src/import/readers/csv.ts';

it('reads quoted commas, line breaks and quotes', () => {
  const [row] = readCsv('\uFEFFid,title\n1,"Roses, ""red""\nand white"\n');
  expect(row?.get('id')).toBe('1');
  expect(row?.get('title')).toBe('Roses, "red"\nand white');
});

it('reads rows that are too short, too long or wrongly quoted', () => {
  const rows = readCsv('id,title\n1\n2,a,b\n3,5" pots\n');
  expect(rows.map((row) => row.get('title'))).toEqual(['', 'a', '5" pots']);
});

it('keeps columns named after what every object inherits', () => {
  expect(readCsv('constructor,__proto__\na,b')[0]?.get('__proto__')).toBe('b');
});
