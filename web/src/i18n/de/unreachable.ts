import { plural } from '../text.ts';
import type { Translation } from '../translation.ts';

export const unreachable: Translation['unreachable'] = {
  missing: (count) =>
    plural(count, { one: '# Unterhaltung hat nicht geantwortet.', other: '# Unterhaltungen haben nicht geantwortet.' }),
  tryAgain: 'Erneut versuchen',
};
