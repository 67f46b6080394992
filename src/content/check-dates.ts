/** Checks that a post was not updated before it was published. */
import { isBefore } from '../lib/dates.ts';
import type { Problems } from '../lib/problem.ts';
import type { Source } from './check-names.ts';
import type { PostFields } from './post-schema.ts';

interface Dated {
  readonly fields: Pick<PostFields, 'publishDate' | 'updatedDate'>;
  readonly source: Source;
  readonly invalidFields: readonly string[];
}

export function checkDates({ fields, source, invalidFields }: Dated, problems: Problems): void {
  const { publishDate, updatedDate } = fields;
  // A placeholder is no date.
  if (updatedDate === undefined || invalidFields.includes('publishDate')) return;
  if (!isBefore(updatedDate, publishDate)) return;
  problems.error({
    file: source.file,
    field: 'updatedDate',
    code: 'post-updatedDate-early',
    message: '`updatedDate` is earlier than `publishDate`.',
    hint: 'Correct one of the two dates, or remove `updatedDate`.',
  });
}
