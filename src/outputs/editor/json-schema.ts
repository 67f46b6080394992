/** The part of JSON Schema that the schemas of the content give. https://json-schema.org/ */
import * as z from 'zod';
import type { Meta } from './labels.ts';
import type { Value } from './shape.ts';

export interface Node extends Meta {
  readonly type?: string | undefined;
  readonly enum?: readonly string[] | undefined;
  readonly default?: Value | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly minItems?: number | undefined;
  readonly pattern?: string | undefined;
  readonly items?: Node | undefined;
  readonly anyOf?: readonly Node[] | undefined;
  readonly properties?: Readonly<Record<string, Node>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly additionalProperties?: unknown;
}

const text = z.string().optional();
const value: z.ZodType<Value> = z.json();

const node: z.ZodType<Node> = z.lazy(() =>
  z.looseObject({
    description: text,
    hint: text,
    label: text,
    help: text,
    kind: text,
    type: text,
    enum: z.array(z.string()).optional().catch(undefined),
    default: value.optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    minItems: z.number().optional(),
    pattern: text,
    items: node.optional(),
    anyOf: z.array(node).optional(),
    properties: z.record(z.string(), node).optional(),
    required: z.array(z.string()).optional(),
    additionalProperties: z.unknown().optional(),
  }),
);

/** What files may hold, before defaults and transformations. */
export function nodeOf(schema: z.ZodType): Node {
  return node.parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
}
