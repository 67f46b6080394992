/** Names that the site knows, or new ones: tags, authors, a series. */
import { element, type ControlProperties, type Element } from './elements.ts';
import { words } from './words.ts';

export function namesControl(properties: ControlProperties): Element {
  const { value, field, forID } = properties;
  const known = textsOf(field.get('options'));
  if (field.get('many') !== true)
    return element('div', {}, box(properties, String(value ?? '')), list(forID, known));
  const names = textsOf(value);
  return element(
    'div',
    { className: 'perennial-names', role: 'group', 'aria-labelledby': `${forID}-label` },
    names.length > 0 && element('ul', {}, ...names.map((name) => chosen(name, names, properties))),
    newName(properties, names),
    list(
      forID,
      known.filter((name) => !names.includes(name)),
    ),
  );
}

/** Trimmed, each once. */
export function withName(names: readonly string[], name: string): readonly string[] {
  const trimmed = name.trim().normalize('NFC');
  return trimmed === '' || names.includes(trimmed) ? names : [...names, trimmed];
}

function chosen(name: string, names: readonly string[], { onChange }: ControlProperties): Element {
  const remove = element(
    'button',
    {
      type: 'button',
      'aria-label': words().remove(name),
      onClick: () => onChange(names.filter((other) => other !== name)),
    },
    '×',
  );
  return element('li', { key: name }, name, remove);
}

/** A box for one name. */
function box({ forID, classNameWrapper, onChange }: ControlProperties, value: string): Element {
  return element('input', {
    ...{ type: 'text', className: classNameWrapper, value, list: `${forID}-known` },
    'aria-labelledby': `${forID}-label`,
    onChange: ({ target }: { target: HTMLInputElement }) => onChange(target.value),
  });
}

/** A box that adds what is typed or chosen in it. */
function newName(
  { forID, classNameWrapper, onChange }: ControlProperties,
  names: readonly string[],
): Element {
  const add = (input: HTMLInputElement) => {
    const more = withName(names, input.value.replace(/,$/, ''));
    input.value = '';
    if (more !== names) onChange(more);
  };
  return element('input', {
    ...{ type: 'text', className: classNameWrapper, list: `${forID}-known` },
    'aria-label': words().add,
    placeholder: words().add,
    onKeyDown: (event: KeyboardEvent & { readonly currentTarget: HTMLInputElement }) => {
      if (event.key !== 'Enter' && event.key !== ',') return;
      event.preventDefault();
      add(event.currentTarget);
    },
    onBlur: ({ currentTarget }: { currentTarget: HTMLInputElement }) => add(currentTarget),
  });
}

function list(id: string, names: readonly string[]): Element {
  const options = names.map((name) => element('option', { key: name, value: name }));
  return element('datalist', { id: `${id}-known` }, ...options);
}

/** The texts of a list of the editor, which may be one of Immutable. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return typeof value === 'object' && value !== null ? Array.from(Object(value), String) : [];
}
