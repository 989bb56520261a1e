import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { callAs, succeed } from '../../testing/api.ts';
import { changePerson, createToken, createWorkspace, joinWorkspace, type Somebody } from '../../testing/people.ts';

let owner: Somebody;
let ann: Somebody;
let stranger: Somebody;
beforeAll(async () => {
  owner = await createWorkspace();
  ann = await joinWorkspace(owner);
  stranger = await createWorkspace('Others');
  await changePerson(ann, { tz: 'Asia/Kolkata' });
});

const refused = (error: string) => ({ ok: false, error });
const unset = { dnd_enabled: false, next_dnd_start_ts: 1, next_dnd_end_ts: 1 };
const info = (who: Somebody, args: object = {}) => succeed(who, 'dnd.info', args);
const End = z.looseObject({ snooze_endtime: z.number() });

describe('a pause by hand', () => {
  it('begins, is seen by others, and ends', async () => {
    const answer = await succeed(ann, 'dnd.setSnooze', { num_minutes: '60' });
    expect(answer).toEqual({
      ok: true,
      snooze_enabled: true,
      snooze_endtime: expect.any(Number),
      snooze_remaining: expect.any(Number),
      snooze_is_indefinite: false,
    });
    const { snooze_endtime } = End.parse(answer);
    expect(Math.abs(snooze_endtime - Date.now() / 1000 - 3600)).toBeLessThan(30);
    expect(await info(owner, { user: ann.userId })).toMatchObject({ ...unset, snooze_enabled: true, snooze_endtime });
    expect(await succeed(ann, 'dnd.endSnooze')).toEqual({ ok: true, ...unset, snooze_enabled: false });
    expect(await info(ann)).toEqual({ ok: true, ...unset, snooze_enabled: false, snooze_endtime: 0 });
    expect(await callAs(ann, 'dnd.endSnooze')).toEqual(refused('snooze_not_active'));
  });

  it.each([
    [{}, 'missing_duration'],
    [{ num_minutes: 0 }, 'missing_duration'],
    [{ num_minutes: 'an hour' }, 'missing_duration'],
    [{ num_minutes: 43_201 }, 'too_long'],
  ])('of %j is refused', async (args, error) => {
    expect(await callAs(ann, 'dnd.setSnooze', args)).toEqual(refused(error));
  });
});

describe('a schedule', () => {
  it("is set in the caller's time zone, and ended for once", async () => {
    const minutes = Math.floor(Date.now() / 60_000 + 330) % 1440;
    const schedule = { is_enabled: true, start: minutes, end: (minutes + 600) % 1440, days: [0, 1, 2, 3, 4, 5, 6] };
    const answer = await succeed(ann, 'edgeways.dnd.setSchedule', { ...schedule, days: '6,5,4,3,2,1,0' });
    expect(answer).toMatchObject({ schedule, dnd: { dnd_enabled: true } });
    const Period = z.looseObject({ next_dnd_start_ts: z.number(), next_dnd_end_ts: z.number() });
    const period = async () => Period.parse(await info(ann));
    const underWay = await period();
    expect(Math.abs(underWay.next_dnd_start_ts - Date.now() / 1000)).toBeLessThan(120);
    expect(underWay.next_dnd_end_ts - underWay.next_dnd_start_ts).toBe(36_000);
    const { next_dnd_start_ts, next_dnd_end_ts } = underWay;
    const users = [ann.userId, owner.userId, 'U0NOBODY', stranger.userId].join(',');
    expect(await succeed(owner, 'dnd.teamInfo', { users })).toEqual({
      ok: true,
      users: { [ann.userId]: { dnd_enabled: true, next_dnd_start_ts, next_dnd_end_ts }, [owner.userId]: unset },
    });
    expect(await succeed(ann, 'dnd.endDnd')).toEqual({ ok: true });
    expect((await period()).next_dnd_start_ts).toBe(underWay.next_dnd_start_ts + 86_400);
  });

  it.each([{ start: 1440 }, { end: -1 }, { days: '7' }, { days: 'mon' }, { is_enabled: 'perhaps' }])(
    'with %j is refused',
    async (wrong) => {
      const args = { is_enabled: true, start: 0, end: 60, days: '1', ...wrong };
      expect(await callAs(ann, 'edgeways.dnd.setSchedule', args)).toMatchObject(refused('invalid_arguments'));
    },
  );
});

describe('dnd.info', () => {
  it('knows nobody of another workspace', async () => {
    expect(await callAs(ann, 'dnd.info', { user: stranger.userId })).toEqual(refused('user_not_found'));
    expect(await callAs(ann, 'dnd.info', { user: 'U0NOBODY' })).toEqual(refused('user_not_found'));
  });

  it('is for tokens that may read', async () => {
    const token = await createToken(ann, ['dnd:read']);
    expect(await callAs(token, 'dnd.info')).toMatchObject({ ok: true });
    expect(await callAs(token, 'dnd.setSnooze', { num_minutes: 5 })).toMatchObject(refused('missing_scope'));
  });
});
