import { expect, it } from 'vitest';
import { isOrnament, originalsOf, pictureKey } from '../../../src/import/pictures/originals.ts';

it.each([
  // Blogger: the size is a part of the path, or a tail.
  [
    'http://1.bp.blogspot.com/-a/T1/AAA/x/s320/roses.jpg',
    'https://1.bp.blogspot.com/-a/T1/AAA/x/s0/roses.jpg',
  ],
  [
    'https://blogger.googleusercontent.com/img/b/R29v/AVv/s72-w640-h426-c/My%2520Roses.JPG',
    'https://blogger.googleusercontent.com/img/b/R29v/AVv/s0/My%2520Roses.JPG',
  ],
  [
    'https://lh3.googleusercontent.com/-x/s1600-rw/a.png',
    'https://lh3.googleusercontent.com/-x/s0/a.png',
  ],
  [
    'https://blogger.googleusercontent.com/img/a/AVvXsEg=w640-h480',
    'https://blogger.googleusercontent.com/img/a/AVvXsEg=s0',
  ],
  [
    'https://blogger.googleusercontent.com/img/a/AVvXsEg',
    'https://blogger.googleusercontent.com/img/a/AVvXsEg=s0',
  ],
  [
    'http://photos1.blogger.com/blogger/1/2/400/roses.jpg',
    'https://photos1.blogger.com/blogger/1/2/1600/roses.jpg',
  ],
  // WordPress: a suffix, a query, or a host that makes smaller versions.
  [
    'https://garden.test/wp-content/uploads/2020/01/roses-300x200.jpg',
    'https://garden.test/wp-content/uploads/2020/01/roses.jpg',
  ],
  [
    'https://garden.test/wp-content/uploads/roses-scaled.jpg',
    'https://garden.test/wp-content/uploads/roses.jpg',
  ],
  [
    'https://garden.files.wordpress.com/2010/01/roses.png?w=300&h=200',
    'https://garden.files.wordpress.com/2010/01/roses.png',
  ],
  [
    'https://i0.wp.com/garden.test/wp-content/uploads/roses-300x200.jpg?resize=300%2C200',
    'https://garden.test/wp-content/uploads/roses.jpg',
  ],
  [
    'https://garden.test/content/images/size/w1000/2022/01/roses.png',
    'https://garden.test/content/images/2022/01/roses_o.png',
  ],
  ['https://miro.medium.com/v2/resize:fit:700/1*ab.jpeg', 'https://miro.medium.com/v2/1*ab.jpeg'],
  ['https://cdn-images-1.medium.com/max/800/1*ab.jpeg', 'https://miro.medium.com/v2/1*ab.jpeg'],
  [
    'https://substackcdn.com/image/fetch/w_1456,c_limit/https%3A%2F%2Fmedia.test%2Froses.png',
    'https://media.test/roses.png',
  ],
])('finds the original of %s', (url, original) => {
  const originals = originalsOf(new URL(url));
  expect(originals[0]).toBe(original);
  expect(originals.at(-1)).toBe(url);
});

it.each([
  'https://garden.test/pictures/roses-300x200.jpg',
  'https://garden.test/roses.jpg?w=300',
  'https://substackcdn.com/image/fetch/w_1456/javascript%3Aalert(1)',
  'https://substackcdn.com/image/fetch/w_1456/https%3A%2F%2Fmedia.test%2F%E8%B2%B',
  'https://themes.googleusercontent.com/image?id=1',
])('leaves %s alone', (url) => expect(originalsOf(new URL(url))).toEqual([url]));

it('keeps a path byte for byte, even with sequences that were cut', () => {
  expect(originalsOf(new URL('https://2.bp.blogspot.com/a/s400/%E8%B2%B.png'))[0]).toBe(
    'https://2.bp.blogspot.com/a/s0/%E8%B2%B.png',
  );
});

it('knows two sizes of one picture from two pictures', () => {
  expect(keyOf('http://1.bp.blogspot.com/a/s320/x.jpg')).toBe(
    keyOf('https://4.bp.blogspot.com/a/s1600-h/x.jpg'),
  );
  expect(keyOf('https://1.bp.blogspot.com/a/s320/x.jpg')).not.toBe(
    keyOf('https://1.bp.blogspot.com/b/s320/x.jpg'),
  );
});

it('knows the buttons of a platform', () => {
  expect(isOrnament(new URL('https://resources.blogblog.com/img/icon18_edit.gif'))).toBe(true);
  expect(isOrnament(new URL('https://www.blogger.com/img/icon.gif'))).toBe(true);
  expect(isOrnament(new URL('https://garden.test/img/icon.gif'))).toBe(false);
});

function keyOf(url: string): string {
  return pictureKey(new URL(url));
}
