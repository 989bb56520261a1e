import { defineText } from '../i18n/text.ts';

export const english = {
  close: 'Close',
  cancel: 'Cancel',
  back: 'Back to channels',
  copy: 'Copy',
  copied: 'Copied',
  copyOf: (label: string) => `Copy ${label}`,
};

export const designText = defineText('design', english);
