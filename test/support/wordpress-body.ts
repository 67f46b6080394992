/** Makes bodies of WordPress. */
import { AttachmentIndex } from '../../src/import/readers/wordpress/attachments.ts';
import { makeBody } from '../../src/import/readers/wordpress/body.ts';

const NONE = new AttachmentIndex();

export function make(html: string, more: Partial<Parameters<typeof makeBody>[0]> = {}) {
  return makeBody({
    html,
    meta: new Map(),
    blocks: new Map(),
    entry: '14',
    attachments: NONE,
    ...more,
  });
}

/** Without line feeds. */
export function body(html: string, more?: Partial<Parameters<typeof makeBody>[0]>): string {
  return make(html, more).html.replaceAll('\n', '');
}

/** Pictures `7` and `8` with captions and alternative texts, a song and a film, of entry 14. */
export const ATTACHMENTS = {
  byId: (id: string) => FILES.find((one) => one.id === id),
  ofParent: (id: string) => FILES.filter((one) => one.parent === id),
};
const FILES = [
  file('7', 'a.jpg', 'image', 'Rose', 'A <em>rose</em>'),
  file('8', 'b.jpg', 'image', '', ''),
  file('9', 'c.mp3', 'audio', '', ''),
  file('10', 'd.mp4', 'video', '', ''),
];

function file(
  id: string,
  name: string,
  medium: 'image' | 'audio' | 'video',
  alt: string,
  caption: string,
) {
  const url = `https://garden.example/wp-content/uploads/2011/05/${name}`;
  return { id, url, page: '', title: name, alt, caption, parent: '14', order: 0, medium };
}
