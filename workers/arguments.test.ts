import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseArguments } from './arguments.ts';

const Input = z.object({
  channel: z.string(),
  limit: z.number().int().max(10).optional(),
  name: z.string().max(3, 'invalid_name_maxlength').optional(),
});

describe('parseArguments', () => {
  it('ignores what it does not know', () => {
    expect(parseArguments(Input, { channel: 'C1', more: true })).toEqual({ channel: 'C1' });
  });

  it('names a missing field as Slack does', () => {
    expect(() => parseArguments(Input, {})).toThrow(
      expect.objectContaining({
        code: 'invalid_arguments',
        details: { response_metadata: { messages: ['[ERROR] missing required field: channel'] } },
      }),
    );
  });

  it('points at the field that is wrong', () => {
    const refused = expect.objectContaining({
      code: 'invalid_arguments',
      details: { response_metadata: { messages: [expect.stringMatching(/^\[ERROR\] .+ \[json-pointer:\/limit\]$/)] } },
    });
    expect(() => parseArguments(Input, { channel: 'C1', limit: 11 })).toThrow(refused);
  });

  it('answers with the code that a schema names', () => {
    const refused = expect.objectContaining({ code: 'invalid_name_maxlength', details: {} });
    expect(() => parseArguments(Input, { channel: 'C1', name: 'long' })).toThrow(refused);
  });

  it('answers with the code that the caller has for the field', () => {
    const refused = expect.objectContaining({ code: 'invalid_limit' });
    expect(() => parseArguments(Input, { channel: 'C1', limit: 11 }, new Map([['limit', 'invalid_limit']]))).toThrow(
      refused,
    );
  });
});
