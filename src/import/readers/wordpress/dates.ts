/** Times of WordPress: in the blog's zone, which no export names, and in UTC. */
import { isTimeZone, offsetIn } from '../../../lib/dates.ts';

const MINUTE = 60_000;
/** Offsets of today's time zones are within -12:00 and +14:00, in quarters of an hour. */
const MIN_OFFSET = -12 * 60;
const MAX_OFFSET = 14 * 60;

export interface Moment {
  /** Milliseconds since 1970 UTC. */
  readonly instant: number;
  /** Minutes east of UTC, if the export tells. */
  readonly offset?: number | undefined;
}

/**
 * @param local `2011-05-01 12:00:00` in the blog's zone
 * @param gmt the same in UTC; drafts have `0000-00-00 00:00:00`
 * @param zone the blog's, if known
 */
export function momentOf(local: string, gmt: string, zone?: string): Moment | undefined {
  const here = millisecondsOf(local);
  const utc = millisecondsOf(gmt);
  if (utc === undefined) {
    if (here === undefined) return undefined;
    const offset = zone === undefined ? undefined : offsetIn(zone, here);
    return { instant: here - (offset ?? 0) * MINUTE, offset };
  }
  const offset = here === undefined ? undefined : (here - utc) / MINUTE;
  return { instant: utc, offset: offset !== undefined && isOffset(offset) ? offset : undefined };
}

function isOffset(minutes: number): boolean {
  return minutes >= MIN_OFFSET && minutes <= MAX_OFFSET && minutes % 15 === 0;
}

/** `undefined` for times that there are not, such as `0000-00-00 00:00:00`. */
function millisecondsOf(text: string): number | undefined {
  const [, day = '', time = ''] = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)/.exec(text) ?? [];
  const milliseconds = Date.parse(`${day}T${time}Z`);
  return Number.isNaN(milliseconds) || day.startsWith('0000') ? undefined : milliseconds;
}

/** A `pubDate`: RFC 822. Drafts have one in the year -1. */
export function momentOfPubDate(text: string): Moment | undefined {
  if (!/\s\d{4}\s/.test(text)) return undefined;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? undefined : { instant };
}

/** ISO 8601 with offset. */
export function isoOf({ instant, offset = 0 }: Moment): string {
  const local = new Date(instant + offset * MINUTE).toISOString().slice(0, 19);
  if (offset === 0) return `${local}Z`;
  const minutes = Math.abs(offset);
  const parts = [Math.floor(minutes / 60), minutes % 60].map((part) => `${part}`.padStart(2, '0'));
  return `${local}${offset < 0 ? '-' : '+'}${parts.join(':')}`;
}

/** Common zones, the likelier first, with the languages of those who live there. */
const ZONES: readonly (readonly [zone: string, languages: string])[] = [
  ['UTC', ''],
  ['Europe/London', 'en-gb'],
  ['Europe/Berlin', 'de'],
  ['Europe/Paris', 'fr'],
  ['Europe/Madrid', 'es es-es ca eu gl'],
  ['Europe/Rome', 'it'],
  ['Europe/Amsterdam', 'nl'],
  ['Europe/Warsaw', 'pl'],
  ['Europe/Prague', 'cs'],
  ['Europe/Stockholm', 'sv sv-se'],
  ['Europe/Oslo', 'nb nn nb-no'],
  ['Europe/Copenhagen', 'da da-dk'],
  ['Europe/Budapest', 'hu hu-hu'],
  ['Europe/Vienna', 'de-at'],
  ['Europe/Zurich', 'de-ch fr-ch'],
  ['Europe/Lisbon', 'pt pt-pt'],
  ['Europe/Athens', 'el'],
  ['Europe/Helsinki', 'fi'],
  ['Europe/Bucharest', 'ro ro-ro'],
  ['Europe/Kyiv', 'uk'],
  ['Europe/Istanbul', 'tr tr-tr'],
  ['Europe/Moscow', 'ru ru-ru'],
  ['America/New_York', 'en en-us'],
  ['America/Chicago', ''],
  ['America/Denver', ''],
  ['America/Los_Angeles', ''],
  ['America/Phoenix', ''],
  ['America/Anchorage', ''],
  ['America/Halifax', ''],
  ['America/St_Johns', ''],
  ['America/Mexico_City', 'es-mx'],
  ['America/Bogota', 'es-co'],
  ['America/Caracas', 'es-ve'],
  ['America/Santiago', 'es-cl'],
  ['America/Sao_Paulo', 'pt-br'],
  ['America/Argentina/Buenos_Aires', 'es-ar'],
  ['Asia/Jerusalem', 'he he-il'],
  ['Asia/Tehran', 'fa fa-ir'],
  ['Asia/Dubai', 'ar'],
  ['Asia/Karachi', 'ur'],
  ['Asia/Kolkata', 'hi hi-in'],
  ['Asia/Kathmandu', 'ne'],
  ['Asia/Dhaka', 'bn'],
  ['Asia/Bangkok', 'th'],
  ['Asia/Jakarta', 'id id-id'],
  ['Asia/Shanghai', 'zh zh-cn'],
  ['Asia/Singapore', ''],
  ['Asia/Taipei', 'zh-tw'],
  ['Asia/Tokyo', 'ja'],
  ['Asia/Seoul', 'ko ko-kr'],
  ['Australia/Sydney', 'en-au'],
  ['Australia/Brisbane', ''],
  ['Australia/Adelaide', ''],
  ['Australia/Perth', ''],
  ['Pacific/Auckland', 'en-nz'],
  ['Africa/Johannesburg', 'af en-za'],
  ['Africa/Nairobi', ''],
  ['Africa/Lagos', ''],
];

/** Posts that are enough for a guess. Older ones may be from the time before a move. */
const SAMPLES = 100;
/** Share of them that must have the offset of the zone. */
const SHARE = 0.8;

/**
 * The zone in which the latest of these moments have their offsets.
 * @param language BCP 47; decides between zones with the same clock
 */
export function guessZone(moments: readonly Moment[], language = ''): string | undefined {
  const latest = moments
    .filter((moment) => moment.offset !== undefined)
    .toSorted((a, b) => b.instant - a.instant)
    .slice(0, SAMPLES);
  if (latest.length === 0) return undefined;
  const offset = latest[0]?.offset ?? 0;
  const fixed = offset % 60 === 0 ? `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset) / 60}` : '';
  const zones = [...ZONES.map(([zone]) => zone), ...(isTimeZone(fixed) ? [fixed] : [])];
  const spoken = zoneOf(language) ?? zoneOf(language.replace(/-.*/, ''));
  const scores = zones.map((zone) => ({
    zone,
    hits: latest.filter((moment) => offsetIn(zone, moment.instant) === moment.offset).length,
  }));
  const most = Math.max(...scores.map(({ hits }) => hits));
  if (most < SHARE * latest.length) return undefined;
  const best = scores.filter(({ hits }) => hits === most).map(({ zone }) => zone);
  return best.find((zone) => zone === spoken) ?? best[0];
}

function zoneOf(language: string): string | undefined {
  const tag = language.toLowerCase();
  return ZONES.find(([, languages]) => tag !== '' && languages.split(' ').includes(tag))?.[0];
}
