import { locale, translated } from './locale.ts';
import type { Translation } from './translation.ts';

/**
 * Declares an area's texts in English; call the answer while rendering for those of the language that is shown.
 *
 * ```ts
 * export const english = { title: 'Pins', count: (n: number) => plural(n, { one: '# pin', other: '# pins' }) };
 * export const pinsText = defineText('pins', english); // and in a component: const t = pinsText();
 * ```
 */
export function defineText<Area extends keyof Translation>(area: Area, english: Translation[Area]) {
  return (): Translation[Area] => translated(area) ?? english;
}

const rules = new Map<string, Intl.PluralRules>();

/** The form for that many, with the number, as the language writes it, in the place of `#`. */
export function plural(count: number, forms: { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>): string {
  const language = locale.get();
  let rule = rules.get(language);
  if (!rule) rules.set(language, (rule = new Intl.PluralRules(language)));
  return (forms[rule.select(count)] ?? forms.other).replace('#', count.toLocaleString(language));
}
