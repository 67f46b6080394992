/** Small folders of static site generators. */
import { HTML, MARKDOWN } from './bodies.ts';
import type { SmallExport } from './small-export.ts';

const FRONT_MATTER = 'title: "Roses: red"\ndate: 2024-05-01 10:00:00 +0200\ntags: [tea, "a: b"]\n';

/** reStructuredText with something of everything. */
const RST = `Lilies
######

:date: 2024-05-02 10:00
:tags: tea, "a: b"
:status: draft

White **lilies**, and \`roses <{filename}roses.md>\`_. [1]_

.. code-block:: python

    if a < 1:
        pass

.. figure:: {static}/images/rose.png
   :alt: A rose

   A caption

* one

  * two

====  ====
a     b
====  ====
1     2
====  ====

.. [1] A note.
`;

export const FOLDERS: readonly SmallExport[] = [
  {
    format: 'jekyll',
    files: {
      '_config.yml': 'title: Garden\nurl: https://garden.example\ntimezone: Europe/Berlin\n',
      '_posts/2024-05-01-roses.md': `---\nlayout: post\n${FRONT_MATTER}---\n${MARKDOWN}`,
      '_posts/2024-05-02-lilies.html': `---\ntitle: Lilies\n---\n${HTML}`,
    },
  },
  {
    format: 'hugo',
    files: {
      'hugo.toml': 'title = "Garden"\nbaseURL = "https://garden.example/"\n',
      'content/posts/roses/index.md': `+++\ntitle = "Roses"\ndate = 2024-05-01T10:00:00+02:00\naliases = ["/old/"]\n+++\n${MARKDOWN}`,
      'content/posts/lilies.md': `---\n${FRONT_MATTER}---\n${MARKDOWN}`,
    },
  },
  {
    format: 'hexo',
    files: {
      '_config.yml': 'title: Garden\nurl: https://garden.example\npermalink: :year/:title/\n',
      'source/_posts/roses.md': `${FRONT_MATTER}---\n${MARKDOWN}`,
    },
  },
  {
    format: 'eleventy',
    files: {
      '.eleventy.js': 'export default () => {};',
      'posts/posts.json': '{"tags": "posts", "permalink": "/{{ page.fileSlug }}/"}',
      'posts/roses.md': `---\n${FRONT_MATTER}---\n${MARKDOWN}`,
    },
  },
  {
    format: 'pelican',
    files: {
      'pelicanconf.py':
        "SITENAME = 'Garden'\nSITEURL = 'https://garden.example'\nTIMEZONE = 'Europe/Berlin'\nARTICLE_URL = '{date:%Y}/{slug}/'\nFILENAME_METADATA = r'(?P<date>\\d{4}-\\d{2}-\\d{2})_(?P<slug>.*)'\n",
      'content/2024-05-01_roses.md': `Title: Roses: red\nTags: tea, a: b\nAuthors: Rosa; Tom, the gardener\n\n${MARKDOWN}\n![x]({static}/images/rose.png) [y]({filename}lilies.rst)\n\n    :::python\n    x = 1\n`,
      'content/lilies.rst': RST,
      'content/pages/about.html': `<html><head><title>About</title><meta name="date" content="2024-05-01"></head><body>${HTML}</body></html>`,
      'content/images/rose.png': '\u0089PNG',
    },
  },
];
