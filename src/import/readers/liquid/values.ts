/** Evaluates the expressions of Liquid: `page.title | default: "Roses"`. */
import { isObject } from '../../../lib/merge-json.ts';
import { ownValue } from '../../../lib/own-value.ts';
import { scalar } from '../text-site/fields.ts';

/** @returns `undefined` for arguments that it does not understand */
export type Filter = (value: unknown, args: readonly unknown[]) => unknown;

export interface Scope {
  /** Variables that are set in the text. */
  readonly variables: Map<string, unknown>;
  /** A variable by its path: `['page', 'title']`. */
  lookUp(path: readonly string[]): unknown;
  readonly filters: ReadonlyMap<string, Filter>;
}

/** What is not known, as opposed to what is known to be nothing. */
export const UNKNOWN = Symbol('unknown');

const PART = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[|:,]|[^\s|:,"']+/g;

/** The value of an expression with filters; `UNKNOWN` if a part of it is. */
export function evaluate(expression: string, scope: Scope): unknown {
  const [first = [], ...filters] = splitAt(expression.match(PART) ?? [], '|');
  const [subject] = first;
  if (subject === undefined || first.length > 1) return UNKNOWN;
  let value = operand(subject, scope);
  for (const [name = '', ...rest] of filters) {
    const filter = scope.filters.get(name);
    if (filter === undefined || (rest.length > 0 && rest[0] !== ':')) return UNKNOWN;
    const args = splitAt(rest.slice(1), ',').map(([arg = '']) => operand(arg, scope));
    if (value === UNKNOWN && name !== 'default') return UNKNOWN;
    value = filter(value === UNKNOWN ? undefined : value, args) ?? UNKNOWN;
  }
  return value;
}

function splitAt(parts: readonly string[], separator: string): string[][] {
  const groups: string[][] = [[]];
  for (const part of parts) {
    if (part === separator) groups.push([]);
    else groups.at(-1)?.push(part);
  }
  return groups;
}

function operand(source: string, scope: Scope): unknown {
  if (/^["']/.test(source)) return source.slice(1, -1);
  if (/^-?\d+(?:\.\d+)?$/.test(source)) return Number(source);
  if (source === 'true') return true;
  if (source === 'false') return false;
  if (/^(?:nil|null|blank|empty)$/.test(source)) return '';
  const path = source.replace(/\[["']?([\w-]+)["']?\]/g, '.$1').split('.');
  const [root = ''] = path;
  const own = scope.variables.get(root);
  return own === undefined ? scope.lookUp(path) : follow(own, path.slice(1));
}

/** A field of a field; `''` if there is none, as in Liquid. */
export function follow(value: unknown, path: readonly string[]): unknown {
  let current = value;
  for (const name of path) {
    if (Array.isArray(current) && (name === 'first' || /^\d+$/.test(name)))
      current = current[name === 'first' ? 0 : Number(name)];
    else if (Array.isArray(current) && name === 'size') current = current.length;
    else current = isObject(current) ? ownValue(current, name) : undefined;
  }
  return current ?? '';
}

/** @returns `undefined` for lists and groups of fields, which are no text */
export function written(value: unknown): string | undefined {
  return typeof value === 'string' ? value : scalar(value);
}

export function isTruthy(value: unknown): boolean {
  return value !== false && value !== '' && value !== undefined && value !== null;
}

/** A condition of `if`; `undefined` if a part of it is unknown. */
export function test(condition: string, scope: Scope): boolean | undefined {
  const parts = condition.split(/\b(and|or)\b/);
  let result = compare(parts[0] ?? '', scope);
  for (let at = 1; at < parts.length; at += 2) {
    const next = compare(parts[at + 1] ?? '', scope);
    if (result === undefined || next === undefined) return undefined;
    result = parts[at] === 'and' ? result && next : result || next;
  }
  return result;
}

function compare(condition: string, scope: Scope): boolean | undefined {
  const [left = '', operator, right = ''] = condition.split(/(==|!=|<>|>=|<=|>|<|\bcontains\b)/);
  const value = evaluate(left, scope);
  if (value === UNKNOWN) return undefined;
  if (operator === undefined) return isTruthy(value);
  const other = evaluate(right, scope);
  if (other === UNKNOWN) return undefined;
  switch (operator) {
    case '==':
      return value === other;
    case '!=':
    case '<>':
      return value !== other;
    case 'contains':
      return Array.isArray(value) ? value.includes(other) : String(value).includes(String(other));
    default:
      return ordered(Number(value), operator, Number(other));
  }
}

function ordered(left: number, operator: string, right: number): boolean {
  if (operator.startsWith('>')) return left > right || (operator === '>=' && left === right);
  return left < right || (operator === '<=' && left === right);
}
