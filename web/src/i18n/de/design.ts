import type { Translation } from '../translation.ts';

export const design: Translation['design'] = {
  close: 'Schließen',
  cancel: 'Abbrechen',
  back: 'Zurück zu den Channels',
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyOf: (label) => `${label} kopieren`,
};
