import { expect, test } from 'vitest';
import { ApiError } from '../../../client/api/api-error.ts';
import { uploadInParts } from './upload.ts';

function start(fail: (part: number, attempt: number) => Error | null, size = 25) {
  const calls: [part: number, text: string][] = [];
  const progress: number[] = [];
  const upload = async (_id: string, part: number, bytes: Blob) => {
    const attempt = calls.filter(([other]) => other === part).length;
    calls.push([part, await bytes.text()]);
    const error = fail(part, attempt);
    if (error) throw error;
  };
  const file = new Blob(['abcdefghijklmnopqrstuvwxyz'.slice(0, size)]);
  const done = uploadInParts(
    { upload },
    {
      id: 'I1',
      file,
      partSize: 10,
      signal: new AbortController().signal,
      onProgress: (sent) => progress.push(sent),
      wait: async () => undefined,
    },
  );
  return { calls, progress, done };
}

test('a file goes up in numbered parts, the last one shorter', async () => {
  const { calls, progress, done } = start(() => null);
  await done;
  expect(calls).toEqual([
    [1, 'abcdefghij'],
    [2, 'klmnopqrst'],
    [3, 'uvwxy'],
  ]);
  expect(progress).toEqual([10, 20, 25]);
});

test('a part that does not get through is sent again, and only that', async () => {
  const { calls, done } = start((part, attempt) => (part === 2 && attempt < 2 ? new ApiError('network') : null));
  await done;
  expect(calls.map(([part]) => part)).toEqual([1, 2, 2, 2, 3]);
});

test('a refusal ends the upload', async () => {
  const { calls, done } = start((part) => (part === 2 ? new ApiError('not_an_admin') : null));
  await expect(done).rejects.toMatchObject({ code: 'not_an_admin' });
  expect(calls.map(([part]) => part)).toEqual([1, 2]);
});

test('a network that stays away ends it, too', async () => {
  const { calls, done } = start(() => new ApiError('network'));
  await expect(done).rejects.toMatchObject({ code: 'network' });
  expect(calls).toHaveLength(5);
});

test('an empty file is one empty part', async () => {
  const { calls, done } = start(() => null, 0);
  await done;
  expect(calls).toEqual([[1, '']]);
});
