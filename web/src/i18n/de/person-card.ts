import type { Translation } from '../translation.ts';

export const personCard: Translation['personCard'] = {
  label: (name) => `Profil von ${name}`,
  time: 'Uhrzeit',
  localTime: (time) => `${time} Ortszeit`,
  app: 'App',
  owner: 'Inhaber des Workspace',
  administrator: 'Verwaltung',
  message: 'Nachricht',
  messageSelf: 'Notizen an dich selbst',
  email: 'E-Mail',
  phone: 'Telefon',
  copyId: 'Mitglieds-ID kopieren',
  idCopied: 'Mitglieds-ID kopiert',
  untilTime: (time) => `bis ${time}`,
};
