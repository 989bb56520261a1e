import { defineText } from '../i18n/text.ts';

export const english = {
  picker: 'Emoji',
  search: 'Search emoji',
  results: 'Results',
  nothingFound: (query: string) => `There is no emoji for “${query}”.`,
  categories: 'Categories',
  hint: 'Choose an emoji',
  skinTone: 'Skin tone',
  skinTones: {
    none: 'No skin tone',
    2: 'Light skin tone',
    3: 'Medium-light skin tone',
    4: 'Medium skin tone',
    5: 'Medium-dark skin tone',
    6: 'Dark skin tone',
  },
  category: {
    frequent: 'Frequently used',
    custom: 'Custom',
    'smileys-emotion': 'Smileys',
    'people-body': 'People',
    component: 'Hair and skin',
    'animals-nature': 'Animals and nature',
    'food-drink': 'Food and drink',
    'travel-places': 'Travel and places',
    activities: 'Activities',
    objects: 'Objects',
    symbols: 'Symbols',
    flags: 'Flags',
  },
};

export type EmojiCategoryName = keyof typeof english.category;

export const emojiText = defineText('emoji', english);
