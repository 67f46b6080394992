/** A date with an optional time, written as the builds read it: `2021-04-06` or `2021-04-06T18:30`. */
import { element, textOption, type ControlProperties, type Element } from './elements.ts';
import { words } from './words.ts';

/** A day, a time, and what follows it: seconds and an offset. */
const WRITTEN = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(.*))?$/;

interface Parts {
  readonly day: string;
  readonly time: string;
  /** Stays when the time is changed, so that a date keeps its zone. */
  readonly rest: string;
}

export function partsOf(value: unknown): Parts {
  const [, day = '', time = '', rest = ''] = WRITTEN.exec(String(value ?? '').trim()) ?? [];
  return { day, time, rest };
}

/** Without an offset, it is in the zone of the site. */
export function written({ day, time, rest }: Parts): string {
  if (day === '') return '';
  return time === '' ? day : `${day}T${time}${rest}`;
}

export function dateControl(properties: ControlProperties): Element {
  const { value, forID, classNameWrapper, onChange } = properties;
  const parts = partsOf(value);
  const zone = textOption(properties, 'time_zone');
  const own = parts.rest.replace(/^[:.\d]*/, '').trim();
  const box = (name: 'day' | 'time', type: string, label: string) =>
    element('input', {
      type,
      className: classNameWrapper,
      value: parts[name],
      'aria-label': label,
      onChange: ({ target }: { target: HTMLInputElement }) =>
        onChange(written({ ...parts, [name]: target.value })),
    });
  return element(
    'div',
    { className: 'perennial-date', role: 'group', 'aria-labelledby': `${forID}-label` },
    box('day', 'date', words().day),
    parts.day !== '' && box('time', 'time', words().time),
    parts.day !== '' && element('span', {}, own === '' ? zone : own),
  );
}
