import { describe, expect, test } from 'vitest';
import accentsCss from './accents.css?raw';
import { avatarInks, avatarGrounds } from './avatar-colour.ts';
import { contrastRatio } from './contrast.ts';
import highContrastCss from './high-contrast.css?raw';
import { accents } from './theme.ts';
import css from './tokens.css?raw';

/** The colours that a theme changes, after ours: by its own sheet, or the rule of an accent. */
const sheets: Record<string, string> = { ours: '', 'high contrast': highContrastCss };
for (const accent of accents) {
  if (accent === 'teal') continue;
  const rule = accentsCss.split('}').find((part) => part.includes(`[data-accent='${accent}']`));
  if (rule === undefined) throw new Error(`accents.css has no rule for ${accent}`);
  sheets[`accent ${accent}`] = rule;
  sheets[`accent ${accent}, high contrast`] = highContrastCss + rule;
}

/** The token's light and dark values in a theme. */
function coloursOf(token: string, sheet = ''): [light: string, dark: string] {
  const pattern = new RegExp(`--${token}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`);
  const match = pattern.exec(sheet) ?? pattern.exec(css);
  if (!match?.[1] || !match[2]) throw new Error(`no colour token --${token}`);
  return [match[1], match[2]];
}

/** Of the two, the lesser contrast: in the light theme or in the dark one. */
function leastContrast(ink: string, ground: string, sheet: string): number {
  const [inks, grounds] = [coloursOf(ink, sheet), coloursOf(ground, sheet)];
  return Math.min(contrastRatio(inks[0], grounds[0]), contrastRatio(inks[1], grounds[1]));
}

const grounds = ['surface', 'surface-sunken', 'surface-raised', 'surface-hover', 'surface-press'];
const lighterGrounds = grounds.filter((ground) => ground !== 'surface-press');
const text: [ink: string, ground: string][] = [
  ...['ink', 'ink-muted'].flatMap((ink) => grounds.map((ground): [string, string] => [ink, ground])),
  ...lighterGrounds.map((ground): [string, string] => ['ink-faint', ground]),
  ...lighterGrounds.map((ground): [string, string] => ['accent-ink', ground]),
  ['ink-code', 'surface-code'],
  ['ink', 'surface-code'],
  ['ink-faint', 'surface-code'],
  ...['keyword', 'string', 'number', 'title', 'name'].map((kind): [string, string] => [
    `syntax-${kind}`,
    'surface-code',
  ]),
  ['accent-contrast', 'accent'],
  ['accent-contrast', 'accent-hover'],
  ['accent-soft-ink', 'accent-soft'],
  ['ink', 'selection'],
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

describe.each(Object.entries(sheets))('%s, light and dark', (_, sheet) => {
  test.each(text)('text is readable at 4.5:1: %s on %s', (ink, ground) => {
    expect(leastContrast(ink, ground, sheet)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(
    ['line-control', 'focus', 'accent', 'present'].flatMap((line): [string, string][] => [
      [line, 'surface'],
      [line, 'surface-sunken'],
    ]),
  )('what can be operated is visible at 3:1: %s on %s', (line, ground) => {
    expect(leastContrast(line, ground, sheet)).toBeGreaterThanOrEqual(3);
  });
});

describe('high contrast', () => {
  test.each(
    ['ink', 'ink-muted', 'ink-faint'].flatMap((ink) => grounds.map((ground): [string, string] => [ink, ground])),
  )('text is at 7:1: %s on %s', (ink, ground) => {
    expect(leastContrast(ink, ground, highContrastCss)).toBeGreaterThanOrEqual(7);
  });

  test.each(['line', 'line-strong', 'line-control'])('what separates is at 3:1: %s', (line) => {
    expect(leastContrast(line, 'surface', highContrastCss)).toBeGreaterThanOrEqual(3);
  });
});

test.each(avatarGrounds.map((ground, index) => [ground, avatarInks[index] ?? '']))(
  'initials are readable on %s',
  (ground, ink) => {
    expect(contrastRatio(ink, ground)).toBeGreaterThanOrEqual(4.5);
  },
);

test('nothing moves for longer than 150 ms', () => {
  const durations = [...css.matchAll(/--motion[a-z-]*: (\d+)ms/g)].map((match) => Number(match[1]));
  expect(durations.length).toBeGreaterThan(0);
  expect(Math.max(...durations)).toBeLessThan(150);
});
