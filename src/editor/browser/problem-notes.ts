/** Problems that the check finds in a text, above its preview and at its fields. */
import { words } from './words.ts';

export interface ShownProblem {
  readonly severity: string;
  /** `tags[2]`. */
  readonly field?: string;
  readonly message: string;
  readonly hint?: string;
}

const NOTE = 'perennial-note';
/** Of the messages. */
const LANGUAGE = 'en';
const STYLE =
  'margin: 8px 0 0; padding: 4px 8px; border-inline-start: 4px solid var(--sui-warning-border-color, #b58900); background: var(--sui-warning-background-color, #fff4d6); color: var(--sui-warning-foreground-color, #222)';

/** Items of a list. The name of a field leads to it. */
export function problemList(problems: readonly ShownProblem[], page: Document): HTMLElement[] {
  return problems.map((problem) => {
    const item = page.createElement('li');
    const message = page.createElement('strong');
    item.lang = LANGUAGE;
    item.dataset['severity'] = problem.severity;
    message.textContent = withoutMarks(problem.message);
    item.append(message, ` ${withoutMarks(problem.hint ?? '')} `);
    const field = fieldOf(problem);
    if (field !== undefined) {
      const button = page.createElement('button');
      button.type = 'button';
      button.lang = words().language;
      button.textContent = words().goToField;
      button.addEventListener('click', () => focus(field));
      item.append(button);
    }
    return item;
  });
}

/** Puts each problem below its field, instead of earlier ones. */
export function showAtFields(problems: readonly ShownProblem[]): void {
  for (const note of document.querySelectorAll(`.${NOTE}`)) note.remove();
  for (const problem of problems) {
    const note = document.createElement('p');
    note.className = NOTE;
    note.lang = LANGUAGE;
    note.style.cssText = STYLE;
    note.textContent = withoutMarks(`${problem.message} ${problem.hint ?? ''}`).trim();
    fieldOf(problem)?.append(note);
  }
}

function fieldOf({ field = '' }: ShownProblem): Element | undefined {
  const name = /^[^.[]+/.exec(field)?.[0] ?? 'body';
  return document.querySelector(`[data-key-path="${CSS.escape(name)}"]`) ?? undefined;
}

function focus(field: Element): void {
  field.scrollIntoView({ block: 'center' });
  const control = field.querySelector('input, textarea, button, [contenteditable="true"]');
  if (control instanceof HTMLElement) control.focus();
}

/** Messages have Markdown's marks around code. */
function withoutMarks(text: string): string {
  return text.replaceAll('`', '');
}
