import { defineText, plural } from '../i18n/text.ts';

export const english = {
  missing: (count: number) =>
    plural(count, { one: '# conversation did not answer.', other: '# conversations did not answer.' }),
  tryAgain: 'Try again',
};

export const unreachableText = defineText('unreachable', english);
