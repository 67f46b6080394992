/** The content of a new blog: settings, a first post, a page about it, its author. */
import { extname } from 'node:path';
import { TRANSLATIONS } from '../lib/language/translations.ts';
import { ownValue } from '../lib/own-value.ts';
import { slugOfName } from '../lib/slug.ts';
import { oneLine, quoted } from '../lib/yaml-text.ts';
import type { Answers } from './answers.ts';
import { ABOUT_FILE, ENGLISH_TEXTS, FIRST_TEXTS, POST_FILE } from './first-texts.ts';
import type { NewFile } from './new-file.ts';

interface Circumstances {
  /** Date of the first post, as `2026-01-31`. */
  readonly day: string;
  /** Bytes of the image that `answers.logo` names. */
  readonly logo: Uint8Array | undefined;
  /** Folder of the documents, for comments. */
  readonly docs: string;
}

export function contentFiles(answers: Answers, { day, logo, docs }: Circumstances): NewFile[] {
  const { author, language } = answers;
  const { post, about } = ownValue(FIRST_TEXTS, language.replace(/-.*/, '')) ?? ENGLISH_TEXTS;
  const byline = author === undefined ? [] : [`author: ${quoted(author)}`];
  return [
    { path: 'content/site.yaml', content: settings(answers, docs) },
    {
      path: POST_FILE,
      content: page([`title: ${quoted(post.title)}`, `publishDate: ${day}`, ...byline], post.body),
    },
    { path: ABOUT_FILE, content: page([`title: ${quoted(about.title)}`], about.body) },
    ...(author === undefined
      ? []
      : [
          {
            path: `content/authors/${slugOfName(author)}.json`,
            content: `${JSON.stringify({ name: author }, null, 2)}\n`,
          },
        ]),
    ...(answers.logo === undefined || logo === undefined
      ? []
      : [{ path: `content/${logoName(answers.logo)}`, content: logo }]),
  ];
}

function page(frontMatter: readonly string[], body: string): string {
  return `---\n${frontMatter.join('\n')}\n---\n\n${body}\n`;
}

/** Name of the image beside `site.yaml`. */
function logoName(path: string): string {
  return `logo${extname(path).toLowerCase()}`;
}

function settings(answers: Answers, docs: string): string {
  const { title, url, language, timeZone, author, host, accent, logo } = answers;
  return `# Settings of the site. Every setting is explained in ${docs}/guide/settings.md.

title: ${quoted(oneLine(title))}
${optional('description', undefined, "'What the blog is about, in one sentence.'")}

# Address of the home page, for feeds and link previews.
url: ${plain(url)}

# Language of dates, and of words such as "Archive": ${Object.keys(TRANSLATIONS).join(', ')}, or any other with English words.
language: ${plain(language)}
# Zone in which dates are read.
timeZone: ${plain(timeZone)}

# Person or group behind the blog.
${optional('author', author, 'Ada Example')}

# Where the site is deployed. Redirects and headers are written for this host.
host: ${host}

# Colour of links and buttons.
${optional('accent', accent, "'#0b6e4f'")}
# Image beside this file, shown in the header.
${optional('logo', logo && logoName(logo), 'logo.svg')}
`;
}

/** Addresses, language tags and time zones that YAML reads as they are. */
const PLAIN =
  /^(?:https?:\/\/[\w./~-]+|[a-z]{2,3}(?:-[A-Za-z0-9]+)*|[A-Z][A-Za-z_]*(?:\/[\w+-]+)*)$/;

function plain(value: string): string {
  return PLAIN.test(value) ? value : quoted(value);
}

/** A setting, or how it would be written. */
function optional(name: string, value: string | undefined, example: string): string {
  return value === undefined ? `# ${name}: ${example}` : `${name}: ${quoted(value)}`;
}
