/** The controls that the editor lacks. https://sveltiacms.app/en/docs/api/field-types */
import { registerFieldType } from '@sveltia/cms';
import { dateControl } from './date-control.ts';
import { namesControl } from './names-control.ts';

export function registerControls(): void {
  registerFieldType('perennial-date', dateControl);
  registerFieldType('perennial-names', namesControl);
}
