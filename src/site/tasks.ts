/** The two heavy steps of a build, in a form that either thread can take: plain data in and out. */
import { linkResolver, type LinkTable } from '../addresses/resolver.ts';
import type { PostEntry } from '../content/entries.ts';
import type { PostFolder } from '../content/files.ts';
import { postReader, type ReadResult } from '../content/read-markdown.ts';
import { DateReader } from '../dates.ts';
import type { BodySource } from '../markdown/body.ts';
import { renderBody, type RenderedBody } from '../markdown/render-body.ts';

/** What a kind of step needs to know, what it works on, and what comes of each item. */
export interface Tasks {
  read: {
    readonly context: { readonly timeZone: string; readonly language: string };
    readonly item: PostFolder;
    readonly result: ReadResult<PostEntry>;
  };
  render: {
    readonly context: { readonly links: LinkTable };
    readonly item: BodySource;
    readonly result: RenderedBody;
  };
}

export type TaskKind = keyof Tasks;

/** A task made ready with its context: one item at a time. */
export type Perform<Kind extends TaskKind> = (
  item: Tasks[Kind]['item'],
) => Tasks[Kind]['result'] | Promise<Tasks[Kind]['result']>;

type Prepare = {
  [Kind in TaskKind]: (context: Tasks[Kind]['context']) => Perform<Kind>;
};

/** How each kind of task is done on this thread. */
export const prepare: Prepare = {
  read: ({ timeZone, language }) => postReader(new DateReader(timeZone, language)),
  render: ({ links }) => {
    const resolver = linkResolver(links);
    return (source) => renderBody(source, resolver);
  },
};
