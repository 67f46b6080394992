/** Fields of the editor, and the shapes of their values, from schemas. https://sveltiacms.app/en/docs/fields */
import type { Node } from './json-schema.ts';
import { kindOf, type Control, type Known, type Options } from './kinds.ts';
import { hintOf, labelOf } from './labels.ts';
import type { Shape, Shapes, Value } from './shape.ts';

/** A field as the editor's configuration has it. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly widget: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly default?: Value;
  readonly fields?: readonly Field[];
  readonly [option: string]: unknown;
}

export interface Entry {
  readonly field: Field;
  /** Absent if the file holds what the editor shows. */
  readonly shape: Shape | undefined;
}

/** YAML. The editor's control for code may lose what it is given while it loads. */
const YAML: Control = { options: { widget: 'text' }, shape: { kind: 'yaml' } };

export type { Known };

export function entryOf(name: string, node: Node, isRequired: boolean, known: Known): Entry {
  const { options, shape } = controlOf(node, known);
  // A choice says itself what it is about.
  const hint = options.widget === 'select' ? node.help : hintOf(node);
  const byDefault = defaultOf(node, options);
  const field = {
    name,
    label: labelOf(name, node),
    ...options,
    required: isRequired,
    ...(hint !== undefined && { hint }),
    ...(byDefault !== undefined && { default: byDefault }),
  };
  // What the editor shows for a missing field, and must not write for that: a switch is off.
  const shown = byDefault ?? (options.widget === 'boolean' ? false : undefined);
  const merged = { ...shape, ...(shown !== undefined && { default: shown }) };
  return { field, shape: Object.keys(merged).length > 0 ? merged : undefined };
}

/** The fields of a table, without those that have no effect. */
export function entriesOf({ properties = {}, required = [] }: Node, known: Known): Entry[] {
  return Object.entries(properties).flatMap(([name, node]) =>
    node.kind === 'unused' ? [] : [entryOf(name, node, required.includes(name), known)],
  );
}

function controlOf(node: Node, known: Known): Control {
  return kindOf(node, known) ?? typeOf(node, known) ?? YAML;
}

/** By the types of values. */
function typeOf(node: Node, known: Known): Control | undefined {
  const { type, items, anyOf, properties } = node;
  if (anyOf !== undefined) return alternativesOf(node, known);
  if (node.enum !== undefined) return { options: { widget: 'select', options: node.enum } };
  if (type === 'boolean') return { options: { widget: 'boolean' } };
  if (type === 'integer' || type === 'number') return { options: numberOf(node) };
  if (type === 'string') return { options: textOf(node) };
  if (type === 'array' && items !== undefined) return listOf(node, items, known);
  if (type === 'object' && properties !== undefined && node.additionalProperties === false)
    return tableOf(node, known);
  return undefined;
}

function textOf({ pattern, description }: Node): Options {
  const rule = pattern === undefined ? undefined : [`/${pattern}/u`, description ?? ''];
  return { widget: 'string', ...(rule !== undefined && { pattern: rule }) };
}

function numberOf({ type, minimum, maximum }: Node): Options {
  return {
    widget: 'number',
    value_type: type === 'integer' ? 'int' : 'float',
    ...(isLimit(minimum) && { min: minimum }),
    ...(isLimit(maximum) && { max: maximum }),
  };
}

/** Not merely what every whole number keeps to. */
function isLimit(limit: number | undefined): boolean {
  return limit !== undefined && Math.abs(limit) < Number.MAX_SAFE_INTEGER;
}

function listOf({ minItems }: Node, items: Node, known: Known): Control | undefined {
  const min = minItems === undefined ? {} : { min: minItems };
  if (items.enum !== undefined)
    return { options: { widget: 'select', multiple: true, options: items.enum, ...min } };
  if (items.type === 'string') return { options: { widget: 'list', ...min } };
  if (items.properties === undefined) return undefined;
  const { options, shape } = tableOf(items, known);
  return {
    options: { widget: 'list', collapsed: 'auto', fields: options['fields'], ...min },
    ...(shape?.fields !== undefined && { shape: { items: shape.fields } }),
  };
}

function tableOf(node: Node, known: Known): Control {
  const entries = entriesOf(node, known);
  const fields = shapesOf(entries);
  return {
    options: { widget: 'object', collapsed: 'auto', fields: entries.map(({ field }) => field) },
    ...(Object.keys(fields).length > 0 && { shape: { fields } }),
  };
}

export function shapesOf(entries: readonly Entry[]): Shapes {
  return Object.fromEntries(
    entries.flatMap(({ field: { name }, shape }) => (shape === undefined ? [] : [[name, shape]])),
  );
}

/** A text or a list of such, or a text or a table that has it. */
function alternativesOf({ anyOf = [] }: Node, known: Known): Control | undefined {
  const [first, second, ...others] = anyOf;
  if (first === undefined || second === undefined || others.length > 0) return undefined;
  if (first.type !== 'string') return scalarOf(anyOf);
  if (second.type === 'array') {
    const list = typeOf(second, known);
    return list && { options: list.options, shape: { kind: 'list' } };
  }
  const [key] = second.required ?? [];
  if (second.type !== 'object' || key === undefined) return scalarOf(anyOf);
  const table = tableOf(second, known);
  return { options: table.options, shape: { ...table.shape, kind: 'named', key } };
}

/** A number or `false`, a text or `false`: as written in YAML. */
function scalarOf(anyOf: readonly Node[]): Control | undefined {
  const isScalar = anyOf.every(({ type = '' }) => !['array', 'object', ''].includes(type));
  return isScalar ? { options: { widget: 'string' }, shape: { kind: 'yaml' } } : undefined;
}

/** A default that the control can show. */
function defaultOf({ default: value }: Node, { widget }: Options): Value | undefined {
  if (typeof value === 'boolean') return widget === 'boolean' ? value : undefined;
  if (typeof value === 'number') return widget === 'number' ? value : undefined;
  if (typeof value === 'string') return ['string', 'select'].includes(widget) ? value : undefined;
  return undefined;
}
