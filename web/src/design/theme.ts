import { createStore } from '../../../client/store.ts';

export type Theme = 'system' | 'light' | 'dark';
export type Contrast = 'system' | 'normal' | 'high';
export const accents = ['teal', 'blue', 'violet', 'rose', 'amber', 'graphite'] as const;
export type Accent = (typeof accents)[number];

/** How things look. Each device's own, since screens differ. */
export interface Appearance {
  theme: Theme;
  contrast: Contrast;
  accent: Accent;
}

/** Also read by public/theme.js, before the first paint. */
const keys = { theme: 'edgeways.theme', contrast: 'edgeways.contrast', accent: 'edgeways.accent' } as const;
/** What there is without a choice; it is not stored. */
const defaults: Appearance = { theme: 'system', contrast: 'system', accent: 'teal' };

export const appearance = createStore<Appearance>({
  theme: oneOf(['light', 'dark'], read(keys.theme)) ?? defaults.theme,
  contrast: oneOf(['normal', 'high'], read(keys.contrast)) ?? defaults.contrast,
  accent: oneOf(accents, read(keys.accent)) ?? defaults.accent,
});

export function setAppearance(change: Partial<Appearance>): void {
  appearance.update((before) => ({ ...before, ...change }));
  for (const name of ['theme', 'contrast', 'accent'] as const) write(name, appearance.get()[name]);
  show(appearance.get());
}

/** Follows the system's wish for contrast while the page is open. */
export function watchContrast(): void {
  moreContrast().addEventListener('change', () => show(appearance.get()));
}

function show({ theme, contrast, accent }: Appearance): void {
  const isHigh = contrast === 'high' || (contrast === 'system' && moreContrast().matches);
  const { dataset } = document.documentElement;
  setOrDelete(dataset, 'theme', theme === 'system' ? null : theme);
  setOrDelete(dataset, 'contrast', isHigh ? 'high' : null);
  setOrDelete(dataset, 'accent', accent === defaults.accent ? null : accent);
}

function moreContrast(): MediaQueryList {
  return matchMedia('(prefers-contrast: more)');
}

function setOrDelete(data: DOMStringMap, name: string, value: string | null): void {
  if (value === null) delete data[name];
  else data[name] = value;
}

function write(name: keyof Appearance, value: string): void {
  try {
    if (value === defaults[name]) localStorage.removeItem(keys[name]);
    else localStorage.setItem(keys[name], value);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function oneOf<T extends string>(values: readonly T[], value: string | null): T | null {
  return values.find((known) => known === value) ?? null;
}
