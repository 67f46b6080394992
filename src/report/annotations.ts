/** Problems as GitHub workflow commands, shown in the diff of a pull request. */
import { sortProblems, type Problem, type Severity } from '../lib/problem.ts';
import { shown, visible } from './visible.ts';

/** Names of the commands. https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'notice',
};

/**
 * One command per line, without a final line break.
 * @param pathOf path of a file relative to the repository root
 */
export function formatAnnotations(
  problems: readonly Problem[],
  pathOf: (file: string) => string,
): string {
  return sortProblems(problems)
    .map((problem) => {
      const { severity, code, line, column, message, hint } = shown(problem);
      const file = visible(pathOf(problem.file));
      const properties = Object.entries({ file, line, col: column, title: code })
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
      return `::${LEVELS[severity]} ${properties.join(',')}::${escapeData(`${message} ${hint}`)}`;
    })
    .join('\n');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
