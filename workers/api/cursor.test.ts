import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';

const place = fc.stringMatching(/^[A-Z0-9.]{1,30}$/);

function refusalOf(cursor: string): string | null {
  try {
    decodeCursor(cursor, 'user', 'older');
    return null;
  } catch (error) {
    return error instanceof AppError ? error.code : 'no refusal';
  }
}

describe('a cursor', () => {
  it('comes back as what it was made from', () => {
    fc.assert(
      fc.property(fc.constantFrom('user', 'older'), place, (kind, at) => {
        expect(decodeCursor(encodeCursor(kind, at), 'user', 'older')).toEqual({ kind, place: at });
      }),
    );
  });

  it('travels in an address as it is', () => {
    fc.assert(
      fc.property(place, (at) => {
        expect(encodeCursor('user', at)).toMatch(/^[\w=-]+$/);
      }),
    );
  });

  it('that is empty means the first page', () => {
    expect(decodeCursor('', 'user')).toBeNull();
  });

  it('is refused when a character of it was changed', () => {
    fc.assert(
      fc.property(place, fc.nat(), fc.stringMatching(/^[\w-]$/), (at, position, sign) => {
        const cursor = encodeCursor('user', at);
        const where = position % cursor.length;
        fc.pre(cursor[where] !== sign);
        expect(refusalOf(cursor.slice(0, where) + sign + cursor.slice(where + 1))).toBe('invalid_cursor');
      }),
    );
  });

  it('is refused when it was cut off', () => {
    fc.assert(
      fc.property(place, fc.nat(), (at, length) => {
        const cursor = encodeCursor('user', at);
        fc.pre(length % cursor.length > 0);
        expect(refusalOf(cursor.slice(0, length % cursor.length))).toBe('invalid_cursor');
      }),
    );
  });

  it('is refused whatever else it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), (text) => {
        expect(refusalOf(text)).toBe('invalid_cursor');
      }),
    );
  });

  it('of another list is refused', () => {
    expect(refusalOf(encodeCursor('channel', 'C1'))).toBe('invalid_cursor');
  });
});
