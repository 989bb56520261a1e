import type { Translation } from '../translation.ts';

export const personCard: Translation['personCard'] = {
  label: (name) => `Perfil de ${name}`,
  time: 'Hora',
  localTime: (time) => `${time}, hora local`,
  app: 'Aplicación',
  owner: 'Propietario del espacio de trabajo',
  administrator: 'Administración',
  message: 'Mensaje',
  messageSelf: 'Notas para ti',
  email: 'Correo electrónico',
  phone: 'Teléfono',
  copyId: 'Copiar ID de miembro',
  idCopied: 'ID de miembro copiado',
  untilTime: (time) => `hasta ${time}`,
};
