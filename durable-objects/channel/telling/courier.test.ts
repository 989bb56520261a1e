import { expect, test } from 'vitest';
import { Courier } from './courier.ts';

/** Calls that stay open until they are let go. */
function openCalls() {
  const calls: { userId: string; done: () => void; fail: () => void }[] = [];
  const retries: string[] = [];
  const courier = new Courier({
    tell: (userId) =>
      new Promise((resolve, reject) => calls.push({ userId, done: resolve, fail: () => reject(new Error('lost')) })),
    retryLater: () => retries.push('later'),
  });
  return { calls, retries, courier };
}

test('a person is told by one call at a time, and what came meanwhile makes one more', async () => {
  const { calls, courier } = openCalls();
  courier.add(['U1']);
  courier.add(['U1']);
  courier.add(['U1', 'U2']);
  expect(calls.map(({ userId }) => userId)).toEqual(['U1', 'U2']);
  calls[0]?.done();
  calls[1]?.done();
  await Promise.resolve();
  calls[2]?.done();
  await courier.settled();
  expect(calls.map(({ userId }) => userId)).toEqual(['U1', 'U2', 'U1']);
  expect(courier.hasFailed).toBe(false);
});

test('at most forty calls are under way, and all are made', async () => {
  const { calls, courier } = openCalls();
  courier.add(Array.from({ length: 100 }, (_, i) => `U${i}`));
  expect(calls).toHaveLength(40);
  const idle = courier.settled();
  for (let i = 0; i < 100; i += 1) {
    calls[i]?.done();
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
  }
  await idle;
  expect(new Set(calls.map(({ userId }) => userId)).size).toBe(100);
});

test('a failed call waits for its retry and asks for one', async () => {
  const { calls, retries, courier } = openCalls();
  courier.add(['U1']);
  calls[0]?.fail();
  await courier.settled();
  expect(courier.hasFailed).toBe(true);
  expect(retries).toEqual(['later']);
  courier.retryFailed();
  calls[1]?.done();
  await courier.settled();
  expect(courier.hasFailed).toBe(false);
});

test('waiting for one person does not wait for the others', async () => {
  const { calls, courier } = openCalls();
  courier.add(['U1', 'U2']);
  const settled = courier.settled(['U2']);
  calls[1]?.done();
  await settled;
  expect(calls).toHaveLength(2);
});

test('what is offered makes no second call to somebody who is being told, and none before its time to one who failed', async () => {
  const { calls, courier } = openCalls();
  courier.offer(['U1', 'U2']);
  courier.offer(['U1', 'U2']);
  expect(calls).toHaveLength(2);
  calls[0]?.done();
  calls[1]?.fail();
  await courier.settled();
  courier.offer(['U1', 'U2']);
  expect(calls.map(({ userId }) => userId)).toEqual(['U1', 'U2', 'U1']);
});
