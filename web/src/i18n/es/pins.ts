import type { Translation } from '../translation.ts';

export const pins: Translation['pins'] = {
  pins: 'Fijados y marcadores',
};
