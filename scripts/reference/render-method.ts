import { z } from 'zod';
import { renderErrors } from './errors.ts';
import type { Declaration } from './load-methods.ts';
import { table } from './table.ts';

type JsonSchema = z.core.JSONSchema._JSONSchema;

/** One method: what it does, who may call it and how often, what it takes, and what it may refuse with. */
export function renderMethod(method: Declaration): string {
  const parts = [`## ${method.name}`, method.summary, table(['', ''], facts(method)), renderArguments(method)];
  if (method.errors.length > 0) parts.push(renderErrors(method.errors));
  return parts.join('\n\n');
}

function facts({ scopes, tier }: Declaration): string[][] {
  const limit = typeof tier === 'number' ? `Tier ${tier}` : 'Posting';
  if (scopes === 'open')
    return [
      ['Token', 'none needed'],
      ['Limit', limit],
    ];
  return [
    ['Scopes of a user token', scopeNames(scopes.user)],
    ['Scopes of a bot token', scopeNames(scopes.bot)],
    ['Limit', limit],
  ];
}

function scopeNames(scopes: readonly string[] | undefined): string {
  if (!scopes) return 'may not call';
  return scopes.length === 0 ? 'none needed' : scopes.map((scope) => `\`${scope}\``).join(' or ');
}

function renderArguments({ name: method, input }: Declaration): string {
  const { properties = {}, required = [] } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' });
  const rows = Object.entries(properties).map(([name, schema]) => [
    `\`${name}\``,
    typeName(schema),
    required.includes(name) ? 'required' : defaultOf(schema),
    requireDescription(schema, `${method}, ${name}`),
  ]);
  return rows.length === 0 ? 'No arguments.' : table(['Argument', 'Type', 'Unless given', 'Meaning'], rows);
}

function typeName(schema: JsonSchema): string {
  if (typeof schema === 'boolean') return 'anything';
  if (schema.enum) return schema.enum.map((value) => `\`${String(value)}\``).join(' or ');
  if (schema.anyOf) return schema.anyOf.map(typeName).join(' or ');
  if (schema.type === 'array') {
    const { items = true } = schema;
    return Array.isArray(items) ? 'list' : `list of ${typeName(items)}`;
  }
  return schema.type === undefined ? 'anything' : [schema.type].flat().join(' or ');
}

function defaultOf(schema: JsonSchema): string {
  if (typeof schema === 'boolean' || schema.default === undefined || schema.default === '') return '';
  return `\`${[schema.default].flat().join(',')}\``;
}

/** Nothing is taken that the reference does not explain. */
function requireDescription(schema: JsonSchema, what: string): string {
  if (typeof schema === 'boolean' || !schema.description) throw new Error(`no description: ${what}`);
  return schema.description;
}
