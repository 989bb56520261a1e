import type { Translation } from '../translation.ts';

export const people: Translation['people'] = {
  unknownPerson: 'Unbekannte Person',
  deactivated: 'Deaktiviert',
  presence: {
    active: 'Aktiv',
    away: 'Abwesend',
    activePaused: 'Aktiv, Benachrichtigungen pausiert',
    awayPaused: 'Abwesend, Benachrichtigungen pausiert',
  },
};
