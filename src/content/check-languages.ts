/** Checks that the languages of a site include its own. */
import type { Problems } from '../lib/problem.ts';
import type { SiteSettings } from './site-schema.ts';

/** @param file display path of `site.yaml` */
export function checkLanguages(
  { language, languages }: Pick<SiteSettings, 'language' | 'languages'>,
  file: string,
  problems: Problems,
): void {
  const main = languages.find(({ tag }) => tag === language);
  if (main?.title !== undefined || main?.description !== undefined)
    problems.error({
      file,
      field: main.field,
      code: 'languages-texts',
      message: `\`${main.field}\` has no effect: the main language has the \`title\` and \`description\` of the site.`,
      hint: 'Write them at the top of the file, and leave this language without any.',
    });
  const tags = languages.map(({ tag }) => tag);
  if (tags.length === 0 || tags.includes(language)) return;
  problems.error({
    file,
    field: 'languages',
    code: 'languages-without-main',
    message: `\`languages\` does not name "${language}", which is the \`language\` of the site and of its home page.`,
    hint: `Write \`languages: [${[language, ...tags].join(', ')}]\`, or \`language: ${tags[0]}\`.`,
  });
}
