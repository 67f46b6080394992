/** Whatever a reader of the file takes for text is on the page, or a problem names it. */
import { describe, expect, it } from 'vitest';
import { attributes, elements, lineOf } from '../support/dom.ts';
import { render, type Rendered } from '../support/render.ts';

/** Follows a text, to see that nothing before it takes it in. */
const AFTER = '\n\n## Beans\n\nThey *climb* [here](https://example.org/).';

async function followed(markdown: string): Promise<Rendered> {
  const page = await render(markdown + AFTER);
  const names = elements(page.document)
    .filter(({ name }) => /^(?:h2|em|a)$/.test(name))
    .map(({ name }) => name);
  expect(names.slice(-4)).toEqual(['h2', 'a', 'em', 'a']);
  expect(lineOf(page.document)).toMatch(/ Beans +They climb here\.$/);
  return page;
}

const shownOf = ({ document }: Rendered): string =>
  lineOf(document).replace(/ *Beans +They climb here\.$/, '');

describe('text that looks like HTML is shown as it is', () => {
  it.each([
    ['declarations', 'Then <!ENTITY soil "loam"> stands above <!ATTLIST bed (a|b)> there.'],
    ['a declaration of the type of the document', 'Pages begin with <!DOCTYPE html> now.'],
    ['a declaration that goes on', 'First:\n\n<!DOCTYPE garden [\n\nThe beds follow.'],
    ['PHP', 'Put <?php the_title(); ?> above the text.'],
    ['PHP without an end', 'Begin with <?php and go on.'],
    ['a declaration of XML', 'It says <?xml version="1.1"?> at the top.'],
    ['a CDATA section', 'Inside <![CDATA[ all is text ]]> for once.'],
    ['a placeholder', 'Send <label of the seeds> and <link to the shop> along.'],
    ['a placeholder for a number', 'Read <section 7 of the law> first.'],
    ['a type', 'A Heap<B> holds more than a Set<U, V> of them.'],
    ['a comparison', 'Water if a<i and b>k are dry.'],
    ['the name of an element', 'The <title> names the page, and <p> a paragraph.'],
    ['a field', 'An <input> is small, a <textarea> is large.'],
    ['what folds', 'With <details> a text is folded.'],
    ['what plays', 'Both <audio> and <video> play.'],
    ['what hides', 'Neither <script> nor <style> nor <template> is shown.'],
    ['an end tag', 'It stands just above </body> and </html>, as ever.'],
    ['a broken heart', 'No rain </3 today.'],
    ['elements that GitHub never shows', 'The tags <title>Roses</title> and <noembed> are old.'],
    ['a quote that never ends', 'See <a href="x>the list</a> for more.'],
  ])('%s', async (_what, markdown) => {
    const page = await followed(markdown);
    expect(shownOf(page)).toBe(markdown.replace(/\s+/g, ' '));
    expect(page.summary).toContain(markdown.replace(/\s+/g, ' '));
    expect(page.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('within a block of HTML', async () => {
    const page = await followed('<p>Write <?= $bed ?> or <!-bed or <the name of the bed>.</p>');
    expect(shownOf(page)).toBe('Write <?= $bed ?> or <!-bed or <the name of the bed>.');
  });
});

describe('a comment that is not closed', () => {
  it.each([
    ['is never closed', 'Rain.\n\n<!-- to be told\n\nSun.', 'Rain. <!-- to be told Sun.'],
    ['has an end that is none', 'Rain.\n\n<!-- cut --\n\nSun.', 'Rain. <!-- cut -- Sun.'],
    ['has a dash', 'Rain <!– not yet –> and sun.', 'Rain <!– not yet –> and sun.'],
    ['begins in an item', '* Rain\n* <!-- Hail\n* Sun', 'Rain <!-- Hail Sun'],
  ])('is text if it %s', async (_what, markdown, shown) => {
    const page = await followed(markdown);
    expect(shownOf(page).replace(/ +/g, ' ')).toBe(shown);
  });

  it('is a warning with its line, a closed one is none', async () => {
    const open = await render('Rain.\n\n<!-- to be told\n\nSun.');
    expect(open.problems).toMatchObject([{ severity: 'warning', bodyLine: 3 }]);
    const closed = await render('Rain.\n\n<!-- to be told -->\n\nSun.');
    expect(closed.problems).toEqual([]);
    expect(lineOf(closed.document)).toBe('Rain. Sun.');
  });
});

describe('an element that closes itself', () => {
  it.each([
    ['a film', '<video src="https://example.org/bees.webm" controls />', 'video'],
    ['a sound', '<audio controls src=https://example.org/bees.ogg />', 'audio'],
    ['a frame', '<iframe src="https://www.youtube.com/embed/bees0bees0b"/>', 'iframe'],
  ])('takes nothing in: %s', async (_what, html, name) => {
    const page = await followed(`Bees:\n\n${html}\n\nThey fly.`);
    expect(shownOf(page)).toMatch(/^Bees: +They fly\.$/);
    expect(elements(page.document, name).map(({ children }) => children)).toEqual([[]]);
  });
});

describe('obsolete HTML keeps its meaning', () => {
  it('strikes text out', async () => {
    const { document, summary } = await render('We had <strike>ten</strike> nine beds.');
    expect(elements(document, 's').map(lineOf)).toEqual(['ten']);
    expect(summary).toBe('We had ten nine beds.');
  });

  it('expands an acronym and sets a typewriter text as code', async () => {
    const { document } = await render('<acronym title="bee keeper">BK</acronym>: <tt>swarm</tt>');
    expect(attributes(document, 'title')).toEqual(['bee keeper']);
    expect(elements(document, 'code').map(lineOf)).toEqual(['swarm']);
  });

  it('does not join words that a block separates', async () => {
    const { document, summary } = await render('Roses<center>and</center>beans');
    expect(lineOf(document).replace(/ +/g, ' ')).toBe('Roses and beans');
    expect(summary).toBe('Roses and beans');
  });
});

describe('a thing from elsewhere', () => {
  const FLASH = 'type="application/x-shockwave-flash" width="480" height="385"';

  it.each([
    ['YouTube', `http://www.youtube.com/v/bees0bees0b?fs=1`, 'bees0bees0b'],
    ['Vimeo', 'http://vimeo.com/moogaloop.swf?clip_id=7654321', '7654321'],
  ])('plays in a frame, from an old player of %s', async (_what, address, id) => {
    const html = `<object ${FLASH}><param name="movie" value="${address}"><embed src="${address}" ${FLASH}></object>`;
    const { document } = await followed(`Bees:\n\n${html}`);
    expect(elements(document, 'iframe').map(({ attribs }) => attribs['src'])).toEqual([
      expect.stringContaining(id),
    ]);
  });

  it.each([
    [
      'a gist',
      'https://gist.github.com/bee/98765',
      '<script src="https://gist.github.com/bee/98765.js"></script>',
    ],
    [
      'a paper',
      'https://example.org/bees.pdf',
      '<object data="https://example.org/bees.pdf"></object>',
    ],
  ])('becomes a link: %s', async (_what, address, html) => {
    const page = await followed(`Bees:\n\n${html}`);
    expect(attributes(page.document, 'href')).toContain(address);
  });

  it.each([
    [
      'a film on Blogger',
      'ab12cd34',
      '<object class="BLOG_video_class" contentid="ab12cd34" id="BLOG_video-ab12cd34"></object>',
    ],
    [
      'a script',
      'https://example.org/counter.js',
      '<script src="https://example.org/counter.js"></script>',
    ],
  ])('is a warning that names it: %s', async (_what, name, html) => {
    const page = await followed(`Bees:\n\n${html}`);
    expect(page.problems).toMatchObject([
      { severity: 'warning', message: expect.stringContaining(name) },
    ]);
  });
});

describe('a footnote', () => {
  it.each([
    ['in another case', 'Frost.[^May]\n\n[^may]: In 2019.', 'In 2019.'],
    ['indented', 'Frost.[^f]\n\n   [^f]: In 2019, in May.', 'In 2019, in May.'],
    ['indented, of a single word', 'Frost.[^f]\n\n  [^f]: Almanac', 'Almanac'],
    ['of two lines', 'Frost.[^f]\n\n[^f]: In a year\nlike no other.', 'In a year like no other.'],
    ['that a tab continues', 'Frost.[^f]\n\n[^f]: In 2019.\n\n\tAnd later.', 'In 2019. And later.'],
    [
      'that spaces continue',
      'Frost.[^f]\n\n[^f]: In 2019.\n\n    And later.',
      'In 2019. And later.',
    ],
    ['below its paragraph', 'Frost.[^f]\n[^f]: In 2019.', 'In 2019.'],
    ['in a quotation', '> Frost.[^f]\n>\n> [^f]: In 2019.', 'In 2019.'],
    ['in a list', '- Frost.[^f]\n\n  [^f]: In 2019.', 'In 2019.'],
  ])('is read as GitHub does: %s', async (_what, markdown, note) => {
    const { document } = await render(`${markdown}\n\nThe end.`);
    const notes = elements(document, 'section').flatMap((section) => elements(section, 'li'));
    expect(notes.map((one) => lineOf(one).replace(/ +/g, ' '))).toEqual([`${note} ↩`]);
    expect(lineOf(document).replace(/ +/g, ' ')).toMatch(/^Frost\. ?1 The end\. /);
  });

  it('is not part of the name of a heading', async () => {
    const { headings } = await render('## Frost[^f]\n\n[^f]: In 2019.');
    expect(headings).toEqual([{ level: 2, id: 'frost', text: 'Frost' }]);
  });
});

describe('a text that Markdown can be read in two ways', () => {
  it('is rendered: a quotation in an item', async () => {
    const { document, problems } = await render('- Dig\n  > 3. Deep\n  and wide\n- Rest');
    expect(lineOf(document).replace(/ +/g, ' ')).toBe('Dig Deep and wide Rest');
    expect(problems).toEqual([]);
  });

  it('is a warning with its line: lines of a talk', async () => {
    const { problems } = await render('A talk.\n\n[Rosa]: Hello!\n\n[Otto]: Welcome.');
    expect(problems).toMatchObject([
      { severity: 'warning', bodyLine: 3, message: expect.stringContaining('Rosa') },
      { severity: 'warning', bodyLine: 5, message: expect.stringContaining('Otto') },
    ]);
  });

  it('is a warning with its line: a cell that has no header', async () => {
    const { problems } = await render('| Bed | Tool |\n|---|---|\n| One | `rake | hoe` |');
    expect(problems).toMatchObject([
      { severity: 'warning', bodyLine: 3, message: expect.stringContaining('hoe') },
    ]);
  });
});

describe('Chinese and Japanese', () => {
  it('ends a bare address before full-width punctuation', async () => {
    const { document } = await render('写在https://example.org/beds。然后浇水。');
    expect(elements(document, 'a').map(lineOf)).toEqual(['https://example.org/beds']);
    expect(lineOf(document)).toBe('写在https://example.org/beds。然后浇水。');
  });

  it('emphasises beside full-width punctuation', async () => {
    const { document } = await render('**注意：**明天有霜。**「霜」**が降りる。');
    expect(elements(document, 'strong').map(lineOf)).toEqual(['注意：', '「霜」']);
  });

  it('keeps every letter of a heading in its id', async () => {
    const { headings } = await render('## xyz之三\n\nA.\n\n## xyz之四\n\nB.');
    expect(headings.map(({ id }) => id)).toEqual(['xyz之三', 'xyz之四']);
  });

  it('leaves no space where a line ends', async () => {
    const { document, summary } = await render('今天\n下雨。');
    expect(lineOf(document)).toBe('今天下雨。');
    expect(summary).toBe('今天下雨。');
  });
});

describe('a summary', () => {
  it('does not end at the name of a company', async () => {
    const text =
      'Our seeds come from Sample Co. in Leeds and from Other Ltd. of York, whose beans we have sown ' +
      'since the year in which we bought the house and the long bed behind it. They grow. ' +
      'And then there is a good deal more to tell of the roses, the beds and the rain of this year.';
    expect((await render(text)).summary).toMatch(/ behind it\. They grow\.$/);
  });

  it('keeps an exponent', async () => {
    expect((await render('There are 10<sup>4</sup> bees.')).summary).toBe('There are 10^4 bees.');
  });

  it('leaves out what only old browsers show', async () => {
    const film = '<video controls src="https://example.org/bees.mp4">Get a new browser.</video>';
    expect((await render(`${film}\n\nBees fly.`)).summary).toBe('Bees fly.');
  });

  it('does not begin with a leftover of a template', async () => {
    expect((await render('[gallery ids="3"]\n\nBees fly.')).summary).toBe('Bees fly.');
    expect((await render('{{ site.banner }} Bees fly.')).summary).toBe('Bees fly.');
  });
});
