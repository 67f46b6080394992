/** What a handler of Markdown knows about its place. */
import type remarkStringify from 'remark-stringify';
import type { TextPlace } from './escape.ts';

type Handlers = NonNullable<Parameters<typeof remarkStringify>[0]>['handlers'];
type Handler = NonNullable<NonNullable<Handlers>['text']>;
export type State = Parameters<Handler>[2];
export type Info = Parameters<Handler>[3];

export function placeOf(state: State, { before, after }: Info): TextPlace {
  return {
    before: before.slice(-1),
    after,
    isLabel: state.stack.includes('label'),
    isCell: state.stack.includes('tableCell'),
    isHeading: state.stack.includes('headingAtx'),
  };
}
