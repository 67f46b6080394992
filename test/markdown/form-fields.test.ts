/** Forms and their fields leave the text that they show. */
import { describe, expect, it } from 'vitest';
import { attributes, elements, lineOf } from '../support/dom.ts';
import { render } from '../support/render.ts';

describe('a field', () => {
  it.each([
    ['Name<input value="Ada">please', 'Name Ada please'],
    ['<input type="search" placeholder="Find a rose">', 'Find a rose'],
    ['<input type="TEXT" value="Ada" placeholder="Name">', 'Ada'],
    ['Press <input type="submit" value="Send">.', 'Press Send.'],
    ['<button>Yes</button><button>No</button>', 'Yes No'],
    ['Grown:<meter value="3" max="4">3 of 4</meter>so far', 'Grown:3 of 4 so far'],
    ['<progress>half</progress>done <output>7</output>', 'half done 7'],
    ['<input type="image" alt="Donate">', 'Donate'],
    ['Pick <select><option>red<option>white</select>!', 'Pick red, white!'],
    [
      'Pick <select><optgroup label="Roses"><option>red</option><option label="white">w</option></optgroup><option>none</option></select>',
      'Pick Roses: red, white, none',
    ],
    ['<input list="x"><datalist id="x"><option value="Rome"><option>Oslo</datalist>', 'Rome, Oslo'],
    ['<label>Name <input value="Ada"></label>', 'Name Ada'],
  ])('shows its text: %s', async (html, text) => {
    const { document, codes } = await render(html);
    expect(lineOf(document)).toBe(text);
    expect(elements(document, 'input')).toEqual([]);
    expect(codes).toEqual([]);
  });

  it.each(['hidden', 'password', 'file', 'color', 'range'])(
    'of type %s shows nothing',
    async (type) => {
      const { document } = await render(`kept <input type="${type}" value="7">`);
      expect(lineOf(document)).toBe('kept');
    },
  );

  it('with an image shows it', async () => {
    const { document } = await render(
      '<input type="image" src="https://x.example/a.png" alt="Donate">',
    );
    expect(
      elements(document, 'img').map(({ attribs }) => [attribs['src'], attribs['alt']]),
    ).toEqual([['https://x.example/a.png', 'Donate']]);
  });
});

it('a field stays the target of links', async () => {
  const { document } = await render('<input id="x" value="Ada"> [to it](#x)');
  expect(elements(document, 'span').map(({ attribs }) => attribs['id'])).toEqual(['x']);
});

describe('a form', () => {
  it('keeps its words; a warning names its address', async () => {
    const html = '<form action="https://x.example/send">Your name: <b>Ada</b></form>';
    const { document, problems } = await render(html);
    expect(lineOf(document)).toBe('Your name: Ada');
    expect(elements(document, 'form')).toEqual([]);
    expect(problems).toMatchObject([
      { severity: 'warning', code: 'html-dropped', near: 'https://x.example/send' },
    ]);
  });

  it('without an address is reported too', async () => {
    expect((await render('<form>Words</form>')).codes).toEqual(['html-dropped']);
  });
});

describe('an image map or frameset', () => {
  it('becomes links', async () => {
    const { document } = await render(
      '<map><area href="https://x.example/n" alt="North"><area href="https://x.example/s"><area alt="West"></map>' +
        '<frameset><frame src="https://x.example/menu" title="Menu"><frame src="https://x.example/top"></frameset>',
    );
    expect(lineOf(document)).toBe('North x.example/s West Menu x.example/top');
    expect(attributes(document, 'href')).toEqual(
      ['n', 's', 'menu', 'top'].map((name) => `https://x.example/${name}`),
    );
  });

  it('in a link becomes text', async () => {
    const { document } = await render('<a href="#x"><map><area href="#y" alt="North"></map></a>');
    expect(attributes(document, 'href')).toEqual(['#x']);
    expect(lineOf(document)).toBe('North');
  });
});
