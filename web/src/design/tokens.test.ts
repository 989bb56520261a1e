import { describe, expect, test } from 'vitest';
import { avatarInks, avatarGrounds } from './avatar-colour.ts';
import { contrastRatio } from './contrast.ts';
import css from './tokens.css?raw';

/** The token's light and dark values. */
function coloursOf(token: string): [light: string, dark: string] {
  const match = new RegExp(`--${token}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`).exec(css);
  if (!match?.[1] || !match[2]) throw new Error(`no colour token --${token}`);
  return [match[1], match[2]];
}

const grounds = ['surface', 'surface-sunken', 'surface-raised', 'surface-hover', 'surface-press'];
const text: [ink: string, ground: string][] = [
  ...['ink', 'ink-muted'].flatMap((ink) => grounds.map((ground): [string, string] => [ink, ground])),
  ...['surface', 'surface-sunken', 'surface-raised', 'surface-hover'].map((g): [string, string] => ['ink-faint', g]),
  ...['surface', 'surface-sunken', 'surface-raised', 'surface-hover'].map((g): [string, string] => ['accent-ink', g]),
  ['ink-code', 'surface-code'],
  ['ink', 'surface-code'],
  ['accent-contrast', 'accent'],
  ['accent-contrast', 'accent-hover'],
  ['accent-soft-ink', 'accent-soft'],
  ['mention-ink', 'mention'],
  ['ink', 'mention'],
  ['badge-contrast', 'badge'],
  ['danger-contrast', 'danger'],
  ['danger-contrast', 'danger-hover'],
  ['danger-ink', 'surface'],
  ['danger-ink', 'danger-soft'],
  ['danger-ink', 'surface-raised'],
  ['warning-ink', 'warning-soft'],
  ['new', 'surface'],
];

describe('text is readable: 4.5:1 in both themes', () => {
  test.each(text)('%s on %s', (ink, ground) => {
    const inks = coloursOf(ink);
    const grounds = coloursOf(ground);
    expect(contrastRatio(inks[0], grounds[0])).toBeGreaterThanOrEqual(4.5);
    expect(contrastRatio(inks[1], grounds[1])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(avatarGrounds.map((ground, index) => [ground, avatarInks[index] ?? '']))(
    'initials on %s',
    (ground, ink) => {
      expect(contrastRatio(ink, ground)).toBeGreaterThanOrEqual(4.5);
    },
  );
});

describe('what can be operated is visible: 3:1 in both themes', () => {
  test.each(
    ['line-control', 'focus', 'accent'].flatMap((line) => [
      [line, 'surface'],
      [line, 'surface-sunken'],
    ]),
  )('%s on %s', (line = '', ground = '') => {
    expect(contrastRatio(coloursOf(line)[0], coloursOf(ground)[0])).toBeGreaterThanOrEqual(3);
    expect(contrastRatio(coloursOf(line)[1], coloursOf(ground)[1])).toBeGreaterThanOrEqual(3);
  });
});

test('nothing moves for longer than 150 ms', () => {
  const durations = [...css.matchAll(/--motion[a-z-]*: (\d+)ms/g)].map((match) => Number(match[1]));
  expect(durations.length).toBeGreaterThan(0);
  expect(Math.max(...durations)).toBeLessThan(150);
});
