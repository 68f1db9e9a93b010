import { z } from 'zod';

/** A JSON Schema (draft 2020-12) as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The JSON Schema of what is sent to us (`input`) or by us (`output`). What JSON Schema cannot say becomes `{}`. */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
  return rest;
}

/** The members of an object schema, each with its own schema and whether it must be there; none for other schemas. */
export function membersOf(
  schema: z.ZodType,
): readonly { readonly name: string; readonly required: boolean; readonly schema: unknown }[] {
  const { properties, required } = jsonSchema(schema, 'input');
  const must = Array.isArray(required) ? required : [];
  if (typeof properties !== 'object' || properties === null) return [];
  return Object.entries(properties).map(([name, member]) => ({
    name,
    required: must.includes(name),
    schema: member,
  }));
}
