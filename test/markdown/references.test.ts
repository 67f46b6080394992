/** References: icons, labels and the list of a post. */
import { describe, expect, it } from 'vitest';
import { siteSchema } from '../../src/content/site-schema.ts';
import { elements, lineOf } from '../support/dom.ts';
import { render } from '../support/render.ts';

const shipped = siteSchema.parse({}).shippedReferences;

async function labelOf(address: string): Promise<string | undefined> {
  const { references } = await render(`[words](${address})`, { references: shipped });
  return references[0]?.label;
}

describe('a built-in reference', () => {
  it.each([
    ['https://peps.python.org/pep-0008/', 'PEP 8'],
    ['https://peps.python.org/pep-0789', 'PEP 789'],
    ['http://www.python.org/dev/peps/pep-0008/', 'PEP 8'],
    ['https://python.org/dev/peps/pep-3147/#rationale', 'PEP 3147'],
    ['http://www.python.org/peps/pep-0020.html', 'PEP 20'],
    ['https://docs.python.org/3/library/asyncio-task.html#x', 'library/asyncio-task (Python 3)'],
    ['http://docs.python.org/py3k/library/os.html', 'library/os (Python 3)'],
    ['https://docs.python.org/3.13/whatsnew/3.13.html', 'whatsnew/3.13 (Python 3.13)'],
    ['https://docs.python.org/3/glossary.html', 'glossary (Python 3)'],
    ['https://docs.python.org/3/library/index.html', 'library (Python 3)'],
    ['https://docs.python.org/3/', 'Python 3'],
    ['https://docs.python.org/library/pdb.html', undefined],
    ['https://docs.python.org/', undefined],
    ['https://pypi.org/project/requests/', 'requests (PyPI)'],
    ['https://pypi.org/project/pip/9.0.3/', 'pip (PyPI)'],
    ['http://pypi.python.org/pypi/pip', 'pip (PyPI)'],
    ['https://pypi.org/help/', undefined],
    ['https://pypi.python.org/pypi', undefined],
    ['https://github.com/python/cpython/pull/1?x=y#z', 'python/cpython'],
    ['https://www.github.com/The-Compiler', '@The-Compiler'],
    ['https://github.com/sponsors/asottile', undefined],
    ['https://github.com/features', undefined],
    ['https://github.com/', undefined],
    ['https://gist.github.com/someone/1', undefined],
    ['https://github.community/python/cpython', undefined],
    ['mailto:pep@peps.python.org', undefined],
  ])('is recognised by its address: %s', async (address, label) => {
    expect(await labelOf(address)).toBe(label);
  });
});

describe('a link to a reference', () => {
  it('keeps its icon if its text is its address', async () => {
    const { document } = await render('https://peps.python.org/pep-0008/', { references: shipped });
    expect(elements(document, 'a')[0]?.attribs['class']).toBe('bare reference icon-document');
  });

  it('keeps its text and gets an icon and a label', async () => {
    const { document } = await render('See [the style guide](https://peps.python.org/pep-0008/).', {
      references: shipped,
    });
    expect(lineOf(document)).toBe('See the style guide.');
    expect(elements(document, 'a')[0]?.attribs).toEqual({
      href: 'https://peps.python.org/pep-0008/',
      class: 'reference icon-document',
      title: 'PEP 8',
    });
  });

  it.each([
    ['[pep 8: style](https://peps.python.org/pep-0008/)', undefined],
    ['[style](https://peps.python.org/pep-0008/ "Written in 2001")', 'Written in 2001'],
  ])('needs no label if its text says it: %s', async (markdown, title) => {
    const { document } = await render(markdown, { references: shipped });
    expect(elements(document, 'a')[0]?.attribs['title']).toBe(title);
  });

  it('has no icon around an image, but is listed', async () => {
    const image = '[![A logo](https://x.example/a.png)](https://github.com/python/cpython)';
    const { document, references } = await render(image, { references: shipped });
    expect(elements(document, 'a')[0]?.attribs['class']).toBeUndefined();
    expect(references.map(({ label }) => label)).toEqual(['python/cpython']);
  });

  it('gets its icon in raw HTML too, where a writer cannot forge it', async () => {
    const { document } = await render(
      '<p><a class="reference icon-book" href="https://x.example/">a</a> <a href="https://peps.python.org/pep-0008/">b</a></p>',
      { references: shipped },
    );
    expect(elements(document, 'a').map(({ attribs }) => attribs['class'])).toEqual([
      undefined,
      'reference icon-document',
    ]);
  });
});

describe('the references of a body', () => {
  it('are listed once, at their current address, in order', async () => {
    const { references } = await render(
      `[a](https://github.com/Python/CPython/issues/1) [b](http://www.python.org/dev/peps/pep-0008/)
[c](https://peps.python.org/pep-0008/#names) [d](https://github.com/python/cpython)
[e](https://peps.python.org/pep-0001/)`,
      { references: shipped },
    );
    expect(references).toEqual([
      {
        group: 'GitHub',
        label: 'Python/CPython',
        url: 'https://github.com/Python/CPython/',
        icon: 'repository',
      },
      {
        group: 'PEP',
        label: 'PEP 8',
        url: 'https://peps.python.org/pep-0008/',
        icon: 'document',
      },
      {
        group: 'PEP',
        label: 'PEP 1',
        url: 'https://peps.python.org/pep-0001/',
        icon: 'document',
      },
    ]);
  });

  it('use the first matching pattern of the site', async () => {
    const { references } = siteSchema.parse({
      references: [
        {
          name: 'Plants',
          pattern: [
            'https://plants.example/:family/:plant',
            'http://old.example/p/:family-:plant/*',
          ],
          label: ':plant (:family)',
          except: 'https://plants.example/about/*',
        },
        {
          name: 'Herbarium',
          pattern: 'https://plants.example/*',
          label: 'Sheet :splat',
          icon: 'book',
        },
      ],
    });
    const found = await render(
      `[a](http://old.example/p/rosaceae-rosa/more) [b](https://plants.example/rosaceae/r%C3%B6sa/)
[c](https://plants.example/about/us) [d](https://elsewhere.example/)`,
      { references },
    );
    expect(found.references.map(({ label, url }) => [label, url])).toEqual([
      ['rosa (rosaceae)', 'https://plants.example/rosaceae/rosa'],
      ['r\u00F6sa (rosaceae)', 'https://plants.example/rosaceae/r%C3%B6sa'],
      ['Sheet about/us', 'https://plants.example/'],
    ]);
  });
});
