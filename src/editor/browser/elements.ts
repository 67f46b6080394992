/** Elements of React, which the editor brings along. https://sveltiacms.app/en/docs/api/field-types */

/** Opaque: made by `element`, shown by the editor. */
export interface Element {
  readonly type: unknown;
}

export type Child = Element | string | false;

type Create = (
  type: string,
  properties: Readonly<Record<string, unknown>>,
  ...children: readonly Child[]
) => Element;

declare global {
  interface Window {
    readonly createElement: Create;
  }
}

export function element(
  type: string,
  properties: Readonly<Record<string, unknown>>,
  ...children: readonly Child[]
): Element {
  return window.createElement(type, properties, ...children);
}

/** What the editor gives to a control. */
export interface ControlProperties {
  readonly value: unknown;
  readonly field: { readonly get: (option: string) => unknown };
  readonly forID: string;
  /** Class of its own text boxes. */
  readonly classNameWrapper: string;
  readonly onChange: (value: unknown) => void;
}

export function textOption({ field }: ControlProperties, option: string): string {
  const value = field.get(option);
  return typeof value === 'string' ? value : '';
}
