/** Texts of the owner that every page shows. */
import type { Planned } from '../addresses/plan-entries.ts';
import type { PageAddress } from '../addresses/address.ts';
import type { SiteTexts, SlotName, TextEntry, TextPlace } from '../content/entries.ts';
import { DateReader, dayIn } from '../lib/dates.ts';
import { isRelative } from '../lib/paths.ts';
import type { Problem } from '../lib/problem.ts';
import type { Body } from '../markdown/body.ts';
import { withLazyImages } from './lazy-images.ts';
import type { BodyPart, Slot, Slots } from './model.ts';

export type PlannedText = Planned<TextEntry>;

/**
 * The texts that are shown now. Their links are relative to the home page.
 * @param now milliseconds since 1970 UTC
 */
export function planTexts(
  texts: SiteTexts | undefined,
  home: PageAddress,
  timeZone: string,
  now: number,
): PlannedText[] {
  return (texts?.entries ?? [])
    .filter(({ until }) => until === undefined || !isOver(until, timeZone, now))
    .map((entry) => ({ entry, address: home, draft: false }));
}

/** A day lasts to its end. */
function isOver(until: string, timeZone: string, now: number): boolean {
  const parsed = new DateReader(timeZone, 'en').read(until);
  if (!parsed.ok) return false;
  const { iso, instant, writtenDay } = parsed.date;
  return iso === writtenDay ? dayIn(timeZone, now) > writtenDay : now > instant;
}

/** Problems of texts that are settings, at their fields. */
export function atFields(
  problems: readonly Problem[],
  texts: readonly PlannedText[],
  settingsFile: string,
): readonly Problem[] {
  const fields = new Map(texts.map(({ entry: { file, field } }) => [file, field]));
  if (!problems.some(({ file }) => fields.get(file) !== undefined)) return problems;
  return problems.map((problem) => {
    const field = fields.get(problem.file);
    if (field === undefined) return problem;
    const { severity, code, message, hint } = problem;
    return { severity, code, message, hint, file: settingsFile, field };
  });
}

export function buildSlots(
  texts: readonly PlannedText[],
  html: ReadonlyMap<SlotName, string> | undefined,
  bodyOf: (text: PlannedText) => Body,
): Slots {
  const written = new Map(
    texts.map((text) => [
      text.entry.place,
      { body: forEveryPage(bodyOf(text).parts, text.entry.place, text.address.url), isProse: true },
    ]),
  );
  const at = (place: TextPlace): Slot | undefined => written.get(place);
  const slot = (name: SlotName): Slot | undefined => {
    const source = html?.get(name);
    if (source === undefined) return at(`slot ${name}`);
    return { body: [{ kind: 'html', html: source }], isProse: false };
  };
  return {
    announcement: at('announcement'),
    footerText: at('footer'),
    head: slot('head'),
    header: slot('header'),
    afterPost: slot('after-post'),
    beforeFooter: slot('before-footer'),
    footer: slot('footer'),
  };
}

/**
 * A text on other pages: without links to its headings and images, with addresses that do not depend
 * on the page, and with ids that no page has.
 * @param home path of the home page
 */
function forEveryPage(
  parts: readonly BodyPart[],
  place: TextPlace,
  home: string,
): readonly BodyPart[] {
  const prefix = `${place.replace(/^slot /, 'slot-')}-`;
  return withLazyImages(parts).flatMap((part): BodyPart[] => {
    if (part.kind === 'page') return [];
    if (part.kind === 'html') return [{ ...part, html: prefixIds(part.html, prefix) }];
    if (part.kind === 'image') return [{ ...part, larger: undefined }];
    if (part.kind !== 'address') return [part];
    const { address } = part;
    if (address.startsWith('#')) return [{ ...part, address: `#${prefix}${address.slice(1)}` }];
    return [isRelative(address) ? { ...part, address: absolute(address, home) } : part];
  });
}

function absolute(address: string, home: string): string {
  const { pathname, search, hash } = new URL(address, `https://home.invalid${home}`);
  return pathname + search + hash;
}

/** An address splits its tag, so that a part may end or begin within one. */
function prefixIds(html: string, prefix: string): string {
  return html.replace(/(?:^"|<[a-z])[^<>]*/g, (tag) =>
    tag.replace(/ (id|for|aria-labelledby|aria-describedby)="/g, ` $1="${prefix}`),
  );
}
