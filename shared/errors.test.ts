import { expect, test } from 'vitest';
import { AppError, refuse, unwrap } from './errors.ts';

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

test('an answer is unwrapped to itself', () => {
  expect(unwrap({ ok: true, ts: '1' })).toEqual({ ok: true, ts: '1' });
});

test('a refusal is thrown with its code', () => {
  const error = thrownBy(() => unwrap(refuse('is_archived')));
  expect(error).toBeInstanceOf(AppError);
  expect(error).toMatchObject({ code: 'is_archived', details: {} });
});

test('a wait is thrown in whole seconds, after which it is over', () => {
  const error = thrownBy(() => unwrap(refuse('ratelimited', 0.05)));
  expect(error).toMatchObject({ code: 'ratelimited', details: { retry_after: 1 } });
});
