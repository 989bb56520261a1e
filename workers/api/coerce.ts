import { z } from 'zod';
import type { Fields } from './method.ts';

type JsonSchema = z.core.JSONSchema._JSONSchema;

const schemas = new WeakMap<z.ZodObject, z.core.JSONSchema.BaseSchema>();

/** What a method takes, as JSON Schema: the reference prints it, and forms are read by it. */
export function inputJsonSchema(input: z.ZodObject): z.core.JSONSchema.BaseSchema {
  const known = schemas.get(input);
  if (known) return known;
  const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' });
  schemas.set(input, schema);
  return schema;
}

/**
 * Gives texts the type that their field has: a form can say `limit=20`, `inclusive=true`, `users=U1,U2` and
 * `blocks=[{…}]` only as text. A text that is not of that type stays, for validation to refuse.
 */
export function coerceTexts(schema: z.core.JSONSchema.BaseSchema, fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const property = Object.hasOwn(schema.properties ?? {}, name) ? schema.properties?.[name] : undefined;
      return [name, property !== undefined && typeof value === 'string' ? coerce(property, value) : value];
    }),
  );
}

function coerce(schema: JsonSchema, text: string): unknown {
  const types = typesOf(schema);
  if (types.has('string')) return text;
  if (types.has('boolean')) return booleans.get(text) ?? text;
  if ((types.has('number') || types.has('integer')) && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (types.has('array') && !text.trimStart().startsWith('[')) return splitList(text);
  return parseOrKeep(text);
}

const booleans = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

/** The JSON types that a schema accepts; none when it does not say. */
function typesOf(schema: JsonSchema): Set<string> {
  if (typeof schema === 'boolean') return new Set();
  if (schema.type) return new Set([schema.type].flat());
  if (schema.enum) return new Set(schema.enum.map((value) => typeof value));
  if (schema.const !== undefined) return new Set([typeof schema.const]);
  return (schema.anyOf ?? []).map(typesOf).reduce((all, types) => all.union(types), new Set<string>());
}

function splitList(text: string): string[] {
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

function parseOrKeep(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
