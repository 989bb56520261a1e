import type { Translation } from '../translation.ts';

export const pins: Translation['pins'] = {
  pins: 'Angeheftetes und Lesezeichen',
};
