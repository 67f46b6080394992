/** Texts of the owner that every page shows: the footer, the announcement, and the slots in `theme/slots`. */
import { join } from 'node:path';
import type { Problems } from '../lib/problem.ts';
import { suggestName } from '../lib/suggest-name.ts';
import { displayPath } from '../lib/user-folder.ts';
import type { SiteTexts, SlotName, TextEntry, TextPlace } from './entries.ts';
import { lookUp, reportLink, visibleEntries } from './files.ts';
import { textHash } from '../lib/text-hash.ts';
import { pageSchema } from './page-schema.ts';
import { SETTINGS_LIMIT } from './read-settings.ts';
import { readText } from './read-text.ts';
import { checkSlotHtml } from './slot-html.ts';
import type { SiteSettings } from './site-schema.ts';

const SLOT_NAMES: readonly SlotName[] = ['head', 'header', 'after-post', 'before-footer', 'footer'];

export function readSiteTexts(
  contentDir: string,
  { footer, announcement }: SiteSettings,
  problems: Problems,
): SiteTexts {
  const fromSettings = (field: 'footer' | 'announcement', body: string): TextEntry => ({
    ...textEntry(`${displayPath(join(contentDir, 'site.yaml'))}#${field}`, field, body),
    folder: contentDir,
    field,
  });
  const { entries, html } = readSlots(join(contentDir, 'theme'), problems);
  return {
    entries: [
      ...(footer === undefined ? [] : [fromSettings('footer', footer)]),
      ...(announcement === undefined
        ? []
        : [{ ...fromSettings('announcement', announcement.text), until: announcement.until }]),
      ...entries,
    ],
    html,
  };
}

function textEntry(file: string, place: TextPlace, body: string) {
  const fields = pageSchema.parse({ title: place });
  return { fields, file, slug: place, files: [], body, textHash: textHash(body), place };
}

function readSlots(theme: string, problems: Problems): SiteTexts {
  const entries: TextEntry[] = [];
  const html = new Map<SlotName, string>();
  const folder = join(theme, 'slots');
  for (const path of [theme, folder]) {
    if (lookUp(path)?.isSymbolicLink() !== true) continue;
    reportLink(path, problems);
    return { entries, html };
  }
  const files = visibleEntries(folder, problems);
  for (const { name: file } of files) {
    const path = join(folder, file);
    const slot = slotOf(file);
    if (slot === undefined) {
      reportUnknown(path, file, problems);
      continue;
    }
    const { name, isHtml } = slot;
    if (!isHtml && (name === 'head' || html.has(name))) {
      reportUnused(path, name, problems);
      continue;
    }
    const text = readText(path, SETTINGS_LIMIT, problems)?.replace(/^\uFEFF/, '');
    if (text === undefined || text.trim() === '') continue;
    if (isHtml) {
      html.set(name, text.trim());
      checkSlotHtml(text, name, displayPath(path), problems);
    } else entries.push({ ...textEntry(displayPath(path), `slot ${name}`, text), folder });
  }
  return { entries, html };
}

function slotOf(file: string): { readonly name: SlotName; readonly isHtml: boolean } | undefined {
  const name = SLOT_NAMES.find((known) => file === `${known}.html` || file === `${known}.md`);
  return name && { name, isHtml: file.endsWith('.html') };
}

function reportUnknown(path: string, file: string, problems: Problems): void {
  const known = SLOT_NAMES.flatMap((name) =>
    name === 'head' ? ['head.html'] : [`${name}.html`, `${name}.md`],
  );
  const meant = suggestName(file, known);
  problems.warn({
    code: 'slot-unknown',
    file: displayPath(path),
    message:
      meant === undefined
        ? `There is no slot for "${file}", so it is ignored.`
        : `There is no slot for "${file}", so it is ignored; did you mean "${meant}"?`,
    hint:
      meant === undefined
        ? `Name it after a slot, with the ending .html or .md: ${SLOT_NAMES.join(', ')}.`
        : `Rename it to \`${meant}\`.`,
  });
}

function reportUnused(path: string, name: SlotName, problems: Problems): void {
  problems.warn({
    code: 'slot-unused',
    file: displayPath(path),
    message:
      name === 'head'
        ? 'The head of a page holds no text, so Markdown for it is ignored.'
        : `There is \`${name}.html\` too, so this file is ignored.`,
    hint: name === 'head' ? 'Write `head.html`.' : 'Keep one of the two files.',
  });
}
