/** Tables of errors, warnings and notes, one per code. */
import type { Problem } from '../../lib/problem.ts';
import { sentence, type Markup, type Part } from './markup.ts';
import { PLACE, collapsible, place, type Column } from './parts.ts';
import type { Topic } from './topics.ts';

/** One table per code, sorted by code. */
export function problemTables(problems: readonly Problem[]): Part {
  const codes = [...new Set(problems.map(({ code }) => code))].toSorted();
  return codes.map((code) => {
    const own = problems.filter((problem) => problem.code === code);
    const hint = sharedHint(own);
    const columns: Column[] = [PLACE, { title: 'Problem', look: 'text' }];
    if (hint === undefined) columns.push({ title: 'To do', look: 'text' });
    return collapsible({
      title: code,
      about: hint && sentence(hint),
      columns,
      rows: own.map((problem) => [
        place(problem),
        sentence(problem.message),
        sentence(problem.hint),
      ]),
    });
  });
}

/** Table of one code that shows the text at each place. */
export function topicTable(topic: Topic, problems: readonly Problem[]): Markup | undefined {
  const own = problems.filter(({ code }) => code === topic.code);
  const hint = sharedHint(own);
  const looks = ['address', 'target'] as const;
  return collapsible({
    title: topic.title,
    about: hint && sentence(hint),
    columns: [
      PLACE,
      ...topic.columns.map((title, index): Column => ({ title, look: looks[index] ?? 'text' })),
    ],
    rows: own.map((problem) => [place(problem), problem.near, problem.replacement]),
  });
}

/** The hint, if all problems have the same. */
function sharedHint(problems: readonly Problem[]): string | undefined {
  const hints = new Set(problems.map(({ hint }) => hint));
  return hints.size === 1 ? problems[0]?.hint : undefined;
}
