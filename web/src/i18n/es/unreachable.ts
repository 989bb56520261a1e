import { plural } from '../text.ts';
import type { Translation } from '../translation.ts';

export const unreachable: Translation['unreachable'] = {
  missing: (count) =>
    plural(count, { one: '# conversación no ha respondido.', other: '# conversaciones no han respondido.' }),
  tryAgain: 'Reintentar',
};
