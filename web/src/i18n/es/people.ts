import type { Translation } from '../translation.ts';

export const people: Translation['people'] = {
  unknownPerson: 'Persona desconocida',
  deactivated: 'Desactivada',
  presence: {
    active: 'Activo',
    away: 'Ausente',
    activePaused: 'Activo, con las notificaciones en pausa',
    awayPaused: 'Ausente, con las notificaciones en pausa',
  },
};
