import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sendLaterChoices } from './when-choices.ts';

const dateOf = (at: number) => new Date(at * 1000);

describe('when to send', () => {
  test('tomorrow and Monday at nine', () => {
    const tuesday = new Date(2026, 10, 24, 10, 30);
    expect(sendLaterChoices(tuesday).map(({ at }) => dateOf(at))).toEqual([
      new Date(2026, 10, 25, 9),
      new Date(2026, 10, 30, 9),
    ]);
  });

  test('on a Sunday both are the same, and offered once', () => {
    expect(sendLaterChoices(new Date(2026, 10, 29, 10)).map(({ key }) => key)).toEqual(['tomorrow']);
  });

  test('on a Monday the next one', () => {
    const monday = sendLaterChoices(new Date(2026, 10, 30, 8)).find(({ key }) => key === 'monday');
    expect(monday && dateOf(monday.at)).toEqual(new Date(2026, 11, 7, 9));
  });

  test('whatever the day, each is ahead and at most a week away', () => {
    const days = fc.date({ min: new Date(2020, 0, 1), max: new Date(2040, 0, 1), noInvalidDate: true });
    fc.assert(
      fc.property(days, (now) => {
        for (const { at } of sendLaterChoices(now)) {
          expect(at * 1000).toBeGreaterThan(now.getTime());
          expect(at * 1000).toBeLessThan(now.getTime() + 8 * 86_400_000);
        }
      }),
    );
  });
});
