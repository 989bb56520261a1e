import type { Translation } from '../translation.ts';

export const emoji: Translation['emoji'] = {
  picker: 'Emojis',
  search: 'Emojis durchsuchen',
  results: 'Ergebnisse',
  nothingFound: (query) => `Für „${query}“ gibt es kein Emoji.`,
  categories: 'Kategorien',
  hint: 'Emoji auswählen',
  skinTone: 'Hautfarbe',
  skinTones: {
    none: 'Ohne Hautfarbe',
    2: 'Helle Hautfarbe',
    3: 'Mittelhelle Hautfarbe',
    4: 'Mittlere Hautfarbe',
    5: 'Mitteldunkle Hautfarbe',
    6: 'Dunkle Hautfarbe',
  },
  category: {
    frequent: 'Häufig verwendet',
    custom: 'Eigene',
    'smileys-emotion': 'Smileys',
    'people-body': 'Menschen',
    component: 'Haare und Haut',
    'animals-nature': 'Tiere und Natur',
    'food-drink': 'Essen und Trinken',
    'travel-places': 'Reisen und Orte',
    activities: 'Aktivitäten',
    objects: 'Gegenstände',
    symbols: 'Symbole',
    flags: 'Flaggen',
  },
};
