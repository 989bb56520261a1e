import { createStore } from '../../../client/store.ts';
import type { Translation } from './translation.ts';

/** The languages of the interface, each by its own name. How to add one: docs/translations.md. */
export const locales = { en: 'English', de: 'Deutsch', es: 'Español' } as const;
export type Locale = keyof typeof locales;

/** English is what the code has; each other language is a file that is loaded when it is chosen. */
const loaders: Record<Exclude<Locale, 'en'>, () => Promise<{ default: Translation }>> = {
  de: () => import('./de.ts'),
  es: () => import('./es.ts'),
};

const storageKey = 'edgeways.locale';

let translation: Translation | null = null;

/** The language that is shown. Texts are read while rendering, so whoever renders everything anew on a change shows it all. */
export const locale = createStore<Locale>('en');

/** Shows the language that was chosen on this device, or else the browser's first that there is. */
export async function loadLocale(): Promise<void> {
  await use(chosenLocale() ?? browserLocale());
}

/** What was chosen on this device; null: as the browser has it. */
export function chosenLocale(): Locale | null {
  const chosen = localStorage.getItem(storageKey);
  return chosen !== null && isLocale(chosen) ? chosen : null;
}

export async function chooseLocale(chosen: Locale | null): Promise<void> {
  if (chosen === null) localStorage.removeItem(storageKey);
  else localStorage.setItem(storageKey, chosen);
  await use(chosen ?? browserLocale());
}

/** The translation's texts of an area, or null where English is shown. */
export function translated<Area extends keyof Translation>(area: Area): Translation[Area] | null {
  return translation && translation[area];
}

async function use(next: Locale): Promise<void> {
  translation = next === 'en' ? null : (await loaders[next]()).default;
  document.documentElement.lang = next;
  locale.set(next);
}

/** What the browser asks for, as far as there is it. */
export function browserLocale(): Locale {
  for (const language of navigator.languages) {
    const [code = ''] = language.split('-');
    if (isLocale(code)) return code;
  }
  return 'en';
}

export function isLocale(code: string): code is Locale {
  return Object.hasOwn(locales, code);
}
