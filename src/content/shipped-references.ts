/** Built-in kinds of reference, by the name used in the setting `shippedReferences`. */
import type { ReferenceKind } from './reference-kind.ts';

const PYTHON_DOCS = { name: 'docs.python.org', icon: 'book' } as const;

/** First path segments of docs.python.org that are not Python versions. */
const NOT_VERSIONS = [
  ...['c-api', 'devguide', 'howto', 'library', 'reference', 'release', 'tutorial', 'using'],
  'whatsnew',
].map((part) => `https://docs.python.org/${part}/*`);

/** First path segments of github.com that are not user names. */
const GITHUB_PAGES = [
  ...['about', 'apps', 'collections', 'contact', 'customer-stories', 'enterprise', 'events'],
  ...['explore', 'features', 'issues', 'join', 'login', 'marketplace', 'new', 'notifications'],
  ...['orgs', 'pricing', 'pulls', 'readme', 'search', 'security', 'settings', 'signup', 'site'],
  ...['solutions', 'sponsors', 'stars', 'team', 'topics', 'trending', 'users'],
].map((page) => `https://github.com/${page}/*`);

export const SHIPPED_NAMES = [
  'pep',
  'python-docs',
  'pypi',
  'github-repository',
  'github-user',
] as const;

export const SHIPPED_REFERENCES: Readonly<
  Record<(typeof SHIPPED_NAMES)[number], readonly ReferenceKind[]>
> = {
  pep: [
    {
      name: 'PEP',
      pattern: [
        'https://peps.python.org/pep-:number/*',
        'https://www.python.org/dev/peps/pep-:number/*',
        'https://legacy.python.org/dev/peps/pep-:number/*',
        'https://www.python.org/peps/pep-:number.html',
      ],
      label: 'PEP :number',
      except: [],
      icon: 'document',
    },
  ],
  'python-docs': [
    {
      ...PYTHON_DOCS,
      pattern: [
        'https://docs.python.org/3/:section/:page.html',
        'https://docs.python.org/py3k/:section/:page.html',
      ],
      label: ':section/:page (Python 3)',
      except: [],
    },
    {
      ...PYTHON_DOCS,
      pattern: ['https://docs.python.org/:version/:section/:page.html'],
      label: ':section/:page (Python :version)',
      except: NOT_VERSIONS,
    },
    {
      ...PYTHON_DOCS,
      pattern: ['https://docs.python.org/:version/:page.html'],
      label: ':page (Python :version)',
      except: NOT_VERSIONS,
    },
    {
      ...PYTHON_DOCS,
      pattern: ['https://docs.python.org/3/', 'https://docs.python.org/py3k/'],
      label: 'Python 3',
      except: [],
    },
    {
      ...PYTHON_DOCS,
      pattern: ['https://docs.python.org/:version/'],
      label: 'Python :version',
      except: NOT_VERSIONS,
    },
    {
      ...PYTHON_DOCS,
      pattern: ['https://docs.python.org/:version/:section/'],
      label: ':section (Python :version)',
      except: NOT_VERSIONS,
    },
  ],
  pypi: [
    {
      name: 'PyPI',
      pattern: [
        'https://pypi.org/project/:project/*',
        'https://pypi.python.org/pypi/:project/*',
        'https://pypi.org/p/:project',
      ],
      label: ':project (PyPI)',
      except: [],
      icon: 'package',
    },
  ],
  'github-repository': [
    {
      name: 'GitHub',
      pattern: ['https://github.com/:owner/:repository/*'],
      label: ':owner/:repository',
      except: GITHUB_PAGES,
      icon: 'repository',
    },
  ],
  'github-user': [
    {
      name: 'GitHub',
      pattern: ['https://github.com/:user'],
      label: '@:user',
      except: GITHUB_PAGES,
      icon: 'person',
    },
  ],
};
