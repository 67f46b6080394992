/** What the owner of a new blog is asked, and the answers that are assumed. */
import { basename, resolve } from 'node:path';
import type { HostName } from '../content/site-schema.ts';
import { siteSchema } from '../content/site-schema.ts';
import { validate } from '../content/validate.ts';
import { TRANSLATIONS } from '../lib/language/translations.ts';
import { ownValue } from '../lib/own-value.ts';
import { Problems } from '../lib/problem.ts';
import { oneLine } from '../lib/yaml-text.ts';

/** Valid as settings of `site.yaml`. */
export interface Answers {
  readonly title: string;
  readonly url: string;
  readonly language: string;
  readonly timeZone: string;
  readonly author: string | undefined;
  readonly host: HostName;
  readonly accent: string | undefined;
  /** Path of an image, to be copied beside `site.yaml`. */
  readonly logo: string | undefined;
}

/** Settings whose answer is a line of text. */
export type Question = Exclude<keyof Answers, 'logo'>;

export interface Surroundings {
  /** Folder of the blog. */
  readonly folder: string;
  /** `user.name` of git. */
  readonly writer: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** IANA name of the machine's time zone. */
  readonly timeZone: string;
}

/** Answers for a blog about which nothing else is known. A build warns about this address. */
export function assumedAnswers({ folder, writer, env, timeZone }: Surroundings): Answers {
  const title = titleOf(folder);
  return {
    title: mistakeIn('title', title) === undefined ? title : 'A blog',
    url: 'https://blog.example.org/',
    language: languageOf(env),
    timeZone: mistakeIn('timeZone', timeZone) === undefined ? timeZone : 'UTC',
    author: writer === undefined ? undefined : oneLine(writer) || undefined,
    host: 'static',
    accent: undefined,
    logo: undefined,
  };
}

/** Why a value cannot be the setting, and what to write, in sentences. */
export function mistakeIn(setting: Question, value: string): string | undefined {
  const problems = new Problems();
  validate(siteSchema, { [setting]: value }, { file: 'site.yaml', concept: 'site' }, problems);
  const mistake = problems.all.find(({ severity }) => severity === 'error');
  return mistake && `${mistake.message} ${mistake.hint}`;
}

/** `my-garden` becomes `My garden`. */
function titleOf(folder: string): string {
  const words = oneLine(basename(resolve(folder)).replace(/[-_.]+/g, ' '));
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** That of the terminal, if there is a translation for it. https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html#tag_08_02 */
function languageOf(env: Surroundings['env']): string {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  const language = /^[a-z]{2,3}(?![a-z])/.exec(locale)?.[0] ?? '';
  return ownValue(TRANSLATIONS, language) === undefined ? 'en' : language;
}
