import type { Translation } from '../translation.ts';

export const notifications: Translation['notifications'] = {
  ask: '¿Quieres que te avisemos cuando alguien te escriba o te mencione?',
  turnOn: 'Activar las notificaciones',
  notNow: 'Ahora no',
  denied: 'El navegador no permite notificaciones de esta página. Se puede cambiar en los ajustes del sitio.',
  on: 'Las notificaciones están activadas.',
  direct: (who) => who,
  mentioned: (who, where) => `${who} te ha mencionado en ${where}`,
  everybody: (who, where) => `${who} ha avisado a todos en ${where}`,
  group: (who, where) => `${who} ha avisado a tu grupo en ${where}`,
  keyword: (who, where) => `${who} ha usado una de tus palabras clave en ${where}`,
  reply: (who, where) => `${who} ha respondido en un hilo de ${where}`,
  newMessages: (where) => `Mensajes nuevos en ${where}`,
  reminder: 'Recordatorio',
  unsent: 'No se pudo enviar un mensaje programado',
  somebody: 'Alguien',
};
