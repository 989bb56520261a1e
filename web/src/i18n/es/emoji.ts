import type { Translation } from '../translation.ts';

export const emoji: Translation['emoji'] = {
  picker: 'Emojis',
  search: 'Buscar emojis',
  results: 'Resultados',
  nothingFound: (query) => `No hay ningún emoji para «${query}».`,
  categories: 'Categorías',
  hint: 'Elige un emoji',
  skinTone: 'Tono de piel',
  skinTones: {
    none: 'Sin tono de piel',
    2: 'Tono de piel claro',
    3: 'Tono de piel claro medio',
    4: 'Tono de piel medio',
    5: 'Tono de piel oscuro medio',
    6: 'Tono de piel oscuro',
  },
  category: {
    frequent: 'Usados con frecuencia',
    custom: 'Propios',
    'smileys-emotion': 'Caras',
    'people-body': 'Personas',
    component: 'Pelo y piel',
    'animals-nature': 'Animales y naturaleza',
    'food-drink': 'Comida y bebida',
    'travel-places': 'Viajes y lugares',
    activities: 'Actividades',
    objects: 'Objetos',
    symbols: 'Símbolos',
    flags: 'Banderas',
  },
};
