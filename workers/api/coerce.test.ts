import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { coerceTexts, inputJsonSchema } from './coerce.ts';

const schema = inputJsonSchema(
  z.object({
    text: z.string().optional(),
    nullable: z.string().nullable().optional(),
    limit: z.number().int().min(1).default(100),
    inclusive: z.boolean().default(false),
    users: z.array(z.string()).optional(),
    blocks: z.array(z.looseObject({ type: z.string() })).optional(),
    profile: z.looseObject({}).optional(),
    kind: z.enum(['a', 'b']).optional(),
  }),
);
const coerce = (fields: Record<string, unknown>) => coerceTexts(schema, fields);

describe('coerceTexts', () => {
  it.each([
    ['text', '123', '123'],
    ['text', '{"a":1}', '{"a":1}'],
    ['nullable', 'null', 'null'],
    ['kind', 'a', 'a'],
    ['limit', '20', 20],
    ['limit', '-1.5', -1.5],
    ['limit', '20x', '20x'],
    ['limit', '', ''],
    ['limit', '0x10', '0x10'],
    ['inclusive', 'true', true],
    ['inclusive', '1', true],
    ['inclusive', 'false', false],
    ['inclusive', '0', false],
    ['inclusive', 'maybe', 'maybe'],
    ['inclusive', '__proto__', '__proto__'],
    ['users', 'U1', ['U1']],
    ['users', 'U1, U2,,', ['U1', 'U2']],
    ['users', '', []],
    ['users', '["U1"]', ['U1']],
    ['blocks', '[{"type":"divider"}]', [{ type: 'divider' }]],
    ['blocks', '[{', '[{'],
    ['profile', '{"title":"x"}', { title: 'x' }],
    ['unknown', '{"a":1}', '{"a":1}'],
    ['toString', '1', '1'],
  ])('reads %s=%j as %j', (name, text, value) => {
    expect(coerce({ [name]: text })).toEqual({ [name]: value });
  });

  it('leaves alone what is no text', () => {
    expect(coerce({ limit: '5', users: ['U1'], inclusive: null })).toEqual({
      limit: 5,
      users: ['U1'],
      inclusive: null,
    });
  });

  it('gives back any object that was written as JSON', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (profile) => {
        // Through JSON once, which does not keep -0 or __proto__ as a prototype.
        const json = JSON.stringify(profile);
        expect(coerce({ profile: json })).toEqual({ profile: JSON.parse(json) });
      }),
    );
  });

  it('never throws and never changes a text field', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), fc.string(), (fields, text) => {
        expect(coerce({ ...fields, text })['text']).toBe(text);
      }),
    );
  });
});
