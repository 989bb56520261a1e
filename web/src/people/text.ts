import { defineText } from '../i18n/text.ts';

export const english = {
  unknownPerson: 'Unknown person',
  deactivated: 'Deactivated',

  presence: {
    active: 'Active',
    away: 'Away',
    activePaused: 'Active, notifications paused',
    awayPaused: 'Away, notifications paused',
  },
};

export const peopleText = defineText('people', english);
