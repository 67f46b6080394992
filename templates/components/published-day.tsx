/** Publication date of a post, without the year or month that a heading says. */
import type { VNode } from 'preact';
import type { PostDate, Words } from '../../src/site/model.ts';

/** `6`, `April 6` or `April 6, 2021`. */
export type DateForm = 'day' | 'monthDay' | 'date';

interface PublishedDayProps {
  readonly words: Words;
  readonly date: PostDate;
  readonly form: DateForm;
}

export function PublishedDay({ words, date, form }: PublishedDayProps): VNode {
  return (
    <time class="dt-published" datetime={date.iso}>
      {textOf(words, date, form)}
    </time>
  );
}

function textOf(words: Words, date: PostDate, form: DateForm): string {
  const [month, day] = [Number(date.month), Number(date.day)];
  if (form === 'date') return date.text;
  return form === 'day' ? words.day(day) : words.monthDay({ month, day });
}
