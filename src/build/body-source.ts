/** What a body is rendered from. */
import { hash } from 'node:crypto';
import type { PageEntry, PostEntry } from '../content/entries.ts';
import { isTranslated } from '../lib/language/language.ts';
import type { OwnLimits } from '../lib/limits.ts';
import type { BodySource } from '../markdown/body.ts';

/** The settings that a body depends on, besides its links. */
export interface TextSettings {
  readonly language: string;
  readonly typography?: 'on' | 'off' | undefined;
  readonly limits?: OwnLimits | undefined;
  readonly embedAddresses?: boolean | undefined;
}

/** UI strings in a body are in its language, if there is a translation. */
export function sourceOf(
  { file, files, withheld, fields }: PostEntry | PageEntry,
  markdown: string,
  { language: siteLanguage, limits, typography, embedAddresses }: TextSettings,
): BodySource {
  const { description, language: own } = fields;
  const language = own !== undefined && isTranslated(own) ? own : siteLanguage;
  const beside = withheld === undefined ? { files } : { files, withheld };
  const changed = {
    ...(limits !== undefined && { limits }),
    ...(embedAddresses === false && { embedAddresses }),
  };
  const isSet = (fields.typography ?? typography) !== 'off';
  const set = isSet ? { typography: own ?? siteLanguage } : {};
  return { file, markdown, ...beside, ...changed, ...set, language, description };
}

/** Changes with anything in the source. */
export function identify({ markdown, ...source }: BodySource): string {
  return `${hash('sha1', markdown)} ${JSON.stringify(source)}`;
}
