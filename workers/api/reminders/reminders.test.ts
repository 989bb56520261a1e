import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Reminder } from '../../../shared/reminder.ts';
import { callAs, succeed } from '../../testing/api.ts';
import { changePerson, createToken, createWorkspace, joinWorkspace, type Somebody } from '../../testing/people.ts';

let owner: Somebody;
let ann: Somebody;
let stranger: Somebody;
beforeAll(async () => {
  owner = await createWorkspace();
  ann = await joinWorkspace(owner);
  stranger = await createWorkspace('Others');
  await changePerson(ann, { tz: 'America/New_York' });
});

const refused = (error: string) => ({ ok: false, error });
const now = () => Math.floor(Date.now() / 1000);
const Answer = z.looseObject({ reminder: Reminder });
const List = z.looseObject({ reminders: z.array(Reminder) });
const add = async (args: object) =>
  Answer.parse(await succeed(ann, 'reminders.add', { text: 'eat', ...args })).reminder;

/** What a clock in New York shows then. */
const clock = (seconds: number) =>
  new Date(seconds * 1000).toLocaleString('en-US', {
    timeZone: 'America/New_York',
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
  });

describe('reminders.add', () => {
  it('answers as Slack does', async () => {
    const time = now() + 86_500;
    expect(await callAs(ann, 'reminders.add', { text: ' eat a banana ', time, user: ann.userId })).toEqual({
      ok: true,
      reminder: {
        id: expect.stringMatching(/^Rm/),
        creator: ann.userId,
        user: ann.userId,
        text: 'eat a banana',
        recurring: false,
        time,
        complete_ts: 0,
      },
    });
  });

  it('takes seconds from now, and words', async () => {
    for (const time of [1200, '1200', 'in 20 minutes']) {
      const reminder = await add({ time });
      expect(Math.abs(reminder.time - now() - 1200)).toBeLessThan(30);
    }
  });

  it("takes what comes again, in the person's time zone", async () => {
    const reminder = await add({ time: 'every Monday at 9' });
    expect(reminder).toMatchObject({
      recurring: true,
      recurrence: { frequency: 'weekly', weekdays: ['monday'], interval: 1, hour: 9, minute: 0 },
    });
    expect(reminder).not.toHaveProperty('complete_ts');
    expect(clock(reminder.time)).toMatch(/^Mon.*9:00.AM$/);
  });

  it("takes Slack's recurrence, as JSON in a text too", async () => {
    const recurrence = { frequency: 'weekly', weekdays: ['friday', 'monday'] };
    for (const given of [recurrence, JSON.stringify(recurrence)]) {
      const reminder = await add({ time: 'tomorrow at 17:30', recurrence: given });
      expect(reminder).toMatchObject({ recurrence: { frequency: 'weekly', weekdays: ['monday', 'friday'], hour: 17 } });
      expect(clock(reminder.time)).toMatch(/^(Mon|Fri).*5:30.PM$/);
    }
    const monthly = await add({ time: 'tomorrow', recurrence: { frequency: 'monthly' } });
    expect(monthly).toMatchObject({ recurrence: { frequency: 'monthly', hour: 9 } });
    expect(monthly.time - now()).toBeLessThan(3 * 86_400);
  });

  it.each([
    ['what is not understood', { time: 'at some point' }, 'cannot_parse'],
    ['half of it', { time: 'tomorrow and bananas' }, 'cannot_parse'],
    ['what is over', { time: 'yesterday' }, 'time_in_past'],
    ['now', { time: 0 }, 'time_in_past'],
    ['more than five years', { time: 'in 6 years' }, 'time_too_far'],
    ['too long a text', { text: 'x'.repeat(501), time: 60 }, 'too_long'],
    ['nobody', { time: 60, user: 'U0NOBODY' }, 'user_not_found'],
    ['Slackbot', { time: 60, user: 'USLACKBOT' }, 'cannot_add_slackbot'],
  ])('refuses %s', async (_what, args, error) => {
    expect(await callAs(ann, 'reminders.add', { text: 'eat', ...args })).toEqual(refused(error));
  });

  it('refuses other people, and those of another workspace as if there were none', async () => {
    const ask = (user: string) => callAs(ann, 'reminders.add', { text: 'eat', time: 60, user });
    expect(await ask(owner.userId)).toEqual(refused('cannot_add_others'));
    expect(await ask(stranger.userId)).toEqual(refused('user_not_found'));
  });

  it.each([
    { time: 60 },
    { text: ' ', time: 60 },
    { text: 'eat' },
    { text: 'eat', time: -5 },
    { text: 'eat', time: 60, recurrence: { frequency: 'hourly' } },
  ])('refuses %j', async (args) => {
    expect(await callAs(ann, 'reminders.add', args)).toMatchObject(refused('invalid_arguments'));
  });
});

describe('reminders.list, .info, .complete and .delete', () => {
  it("are about the caller's own", async () => {
    const once = await add({ time: 3600 });
    const again = await add({ time: 'every day' });
    const ids = async (who: Somebody) => List.parse(await succeed(who, 'reminders.list')).reminders.map(({ id }) => id);
    expect(await ids(ann)).toEqual(expect.arrayContaining([once.id, again.id]));
    expect(await ids(owner)).toEqual([]);
    expect(await callAs(ann, 'reminders.info', { reminder: once.id })).toEqual({ ok: true, reminder: once });
    for (const name of ['reminders.info', 'reminders.complete', 'reminders.delete']) {
      expect(await callAs(owner, name, { reminder: once.id })).toEqual(refused('not_found'));
    }
    expect(await callAs(ann, 'reminders.complete', { reminder: again.id })).toEqual(
      refused('cannot_complete_recurring'),
    );
    expect(await callAs(ann, 'reminders.complete', { reminder: once.id })).toEqual({ ok: true });
    const { reminder } = Answer.parse(await succeed(ann, 'reminders.info', { reminder: once.id }));
    expect(reminder.complete_ts).toBeGreaterThan(0);
    expect(await callAs(ann, 'reminders.delete', { reminder: again.id })).toEqual({ ok: true });
    expect(await ids(ann)).not.toContain(again.id);
  });

  it('are for tokens that may read, or write', async () => {
    const reader = await createToken(ann, ['reminders:read']);
    expect(await callAs(reader, 'reminders.list')).toMatchObject({ ok: true });
    expect(await callAs(reader, 'reminders.add', { text: 'eat', time: 60 })).toMatchObject(refused('missing_scope'));
  });
});
