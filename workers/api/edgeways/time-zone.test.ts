import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { callAs, succeed } from '../../testing/api.ts';
import { createWorkspace, type Somebody } from '../../testing/people.ts';

let ann: Somebody;

beforeAll(async () => {
  ann = await createWorkspace();
});

const Answer = z.looseObject({ user: z.looseObject({ tz: z.string() }) });
const zoneOf = async () => Answer.parse(await succeed(ann, 'users.info', { user: ann.userId })).user.tz;

it('a person sets their time zone, and everybody sees it', async () => {
  expect(await succeed(ann, 'edgeways.timeZone.set', { tz: 'Asia/Kolkata' })).toMatchObject({ tz: 'Asia/Kolkata' });
  expect(await zoneOf()).toBe('Asia/Kolkata');
});

it('what is no time zone is refused, and changes nothing', async () => {
  await succeed(ann, 'edgeways.timeZone.set', { tz: 'Europe/Lisbon' });
  expect(await callAs(ann, 'edgeways.timeZone.set', { tz: 'Europe/Atlantis' })).toMatchObject({
    ok: false,
    error: 'invalid_arguments',
  });
  expect(await zoneOf()).toBe('Europe/Lisbon');
});
