/** Errors, warnings and notes as tables, one a code. */
import type { Problem } from '../../lib/problem.ts';
import { sentence, type Markup, type Part } from './markup.ts';
import { PLACE, folded, place, type Column } from './parts.ts';
import type { Topic } from './topics.ts';

/** A table for each code, in the order of the codes; each row says what happened. */
export function problemTables(problems: readonly Problem[]): Part {
  const codes = [...new Set(problems.map(({ code }) => code))].toSorted();
  return codes.map((code) => {
    const own = problems.filter((problem) => problem.code === code);
    const hint = sharedHint(own);
    const columns: Column[] = [PLACE, { title: 'What is wrong', look: 'text' }];
    if (hint === undefined) columns.push({ title: 'To do', look: 'text' });
    return folded({
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

/** The problems of one code; each row shows the text at the mistake. */
export function topicTable(topic: Topic, problems: readonly Problem[]): Markup | undefined {
  const own = problems.filter(({ code }) => code === topic.code);
  const hint = sharedHint(own);
  const looks = ['address', 'target'] as const;
  return folded({
    title: topic.title,
    about: hint && sentence(hint),
    columns: [
      PLACE,
      ...topic.columns.map((title, index): Column => ({ title, look: looks[index] ?? 'text' })),
    ],
    rows: own.map((problem) => [place(problem), problem.near, problem.replacement]),
  });
}

/** What to do, when it is the same for all. */
function sharedHint(problems: readonly Problem[]): string | undefined {
  const hints = new Set(problems.map(({ hint }) => hint));
  return hints.size === 1 ? problems[0]?.hint : undefined;
}
