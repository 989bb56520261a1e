import data from 'emojibase-data/en/data.json' with { type: 'json' };
import shortcodes from 'emojibase-data/en/shortcodes/iamcal.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { emojiCategories, emojiFor, searchEmoji } from './emoji.ts';

describe('emojiFor', () => {
  it.each([
    ['tada', '🎉'],
    ['+1', '👍'],
    ['thumbsup', '👍'],
    ['heart', '❤️'],
    ['flag-us', '🇺🇸'],
    ['us', '🇺🇸'],
    ['female-detective', '🕵️‍♀️'],
    ['hash', '#️⃣'],
    ['simple_smile', '🙂'],
    ['skin-tone-2', '🏻'],
  ])('knows %s as %s', (name, unicode) => {
    expect(emojiFor(name)).toBe(unicode);
  });

  it.each(['', 'no_such_emoji', 'TADA', '__proto__', 'constructor', 'toString', 'hasOwnProperty', ':tada:'])(
    'has nothing for %j',
    (name) => {
      expect(emojiFor(name)).toBeNull();
    },
  );

  it.each([
    ['+1', 2, '👍🏻'],
    ['+1', 6, '👍🏿'],
    ['point_up', 4, '☝🏽'],
    ['male-technologist', 3, '👨🏼‍💻'],
    ['female-detective', 5, '🕵🏾‍♀️'],
    ['people_holding_hands', 3, '🧑🏼‍🤝‍🧑🏼'],
    ['couple_with_heart', 6, '💑🏿'],
  ] as const)('makes %s in tone %i', (name, tone, unicode) => {
    expect(emojiFor(name, tone)).toBe(unicode);
  });

  it('ignores a tone where there is none', () => {
    expect(emojiFor('tada', 3)).toBe('🎉');
    expect(emojiFor('family', 3)).toBe(emojiFor('family'));
  });

  it('agrees with the data on every skin tone that it makes', () => {
    const known = new Set(
      z
        .array(z.object({ skins: z.array(z.object({ emoji: z.string() })).default([]) }))
        .parse(data)
        .flatMap(({ skins }) => skins.map((skin) => skin.emoji)),
    );
    const toned = emojiCategories.flatMap(({ emojis }) => emojis).filter((entry) => entry.hasSkinTones);
    expect(toned.length).toBeGreaterThan(300);
    for (const { names } of toned) {
      for (const tone of [2, 3, 4, 5, 6] as const) expect(known).toContain(emojiFor(names[0], tone));
    }
  });
});

describe('the table', () => {
  const entries = emojiCategories.flatMap(({ emojis }) => emojis);
  const names = entries.flatMap((entry) => entry.names);

  it('has every name of the Slack set, once', () => {
    expect(new Set(names).size).toBe(names.length);
    const missing = Object.values(shortcodes)
      .flat()
      .filter((name) => !names.includes(name));
    expect(missing).toEqual([]);
  });

  it('has names and emoji and nothing of its own syntax in them', () => {
    for (const { unicode, names: own } of entries) {
      expect(unicode).toMatch(/^[^\s~,a-z]+$/);
      for (const name of own) expect(name).toMatch(/^[a-z0-9_+-]+$/);
    }
  });

  it("is in a picker's order", () => {
    expect(emojiCategories.map(({ name }) => name)).toEqual([
      'smileys-emotion',
      'people-body',
      'component',
      'animals-nature',
      'food-drink',
      'travel-places',
      'activities',
      'objects',
      'symbols',
      'flags',
    ]);
    expect(emojiCategories[0]?.emojis[0]?.names).toEqual(['grinning']);
  });
});

describe('searchEmoji', () => {
  const found = (prefix: string) => searchEmoji(prefix).map((entry) => entry.names[0]);

  it('puts the exact name first, then beginnings of names, then of words', () => {
    const names = found('heart');
    expect(names[0]).toBe('heart');
    expect(names.indexOf('heart_eyes')).toBeLessThan(names.indexOf('blue_heart'));
    expect(names).not.toContain('sweat_smile');
  });

  it('finds an emoji once, by any of its names, in any case', () => {
    expect(found('ThumbsU')).toEqual(['+1']);
    expect(found('+1')[0]).toBe('+1');
    expect(found('flag-us')).toEqual(['us']);
  });

  it('finds nothing for what no name has', () => {
    expect(found('qqq')).toEqual([]);
    expect(found('.*')).toEqual([]);
  });
});
