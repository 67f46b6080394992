import { expect, it } from 'vitest';
import { pictureName, takeName } from '../../../src/import/pictures/names.ts';

it.each([
  ['https://a.test/s0/My+Roses%2520in%20May.JPG', 'jpg', 'my-roses-in-may.jpg'],
  ['https://a.test/%E3%83%90%E3%83%A9.png?w=3', 'png', 'バラ.png'],
  ['https://a.test/cut%E8%B2%B.png', 'png', 'cut-b.png'],
  ['https://a.test/img/a/AVvXsEgD9k2mQpR7xZ41=s0', 'webp', 'picture.webp'],
  ['https://miro.test/v2/1*Zq8vX2PbTk3LmN9pQ.jpeg', 'jpg', 'picture.jpg'],
  ['https://a.test/', 'gif', 'picture.gif'],
  ['data:image/png;base64,AAAA/BBBB', 'png', 'picture.png'],
  ['https://a.test/..%2F..%2Fetc%2Fpasswd', 'png', 'etc-passwd.png'],
  ['https://a.test/%2e%2e', 'png', 'picture.png'],
])('names the picture at %s', (url, type, name) => expect(pictureName(url, type)).toBe(name));

it('cuts long names', () => {
  expect(pictureName(`https://a.test/${'roses-'.repeat(60)}.jpg`, 'jpg').length).toBeLessThan(90);
});

it('numbers names that are the same on some file system', () => {
  const taken = new Set<string>();
  expect(['a.jpg', 'A.jpg', 'a.jpg', 'a.png'].map((name) => takeName(name, taken))).toEqual([
    'a.jpg',
    'A-2.jpg',
    'a-3.jpg',
    'a.png',
  ]);
});
