import type { Translation } from '../translation.ts';

export const thread: Translation['thread'] = {
  title: 'Hilo',
  close: 'Cerrar el hilo',
  messages: 'Mensajes del hilo',
  reply: 'Responder…',
  alsoTo: (channel) => `Enviar también a ${channel}`,
  follow: 'Seguir este hilo',
  unfollow: 'Dejar de seguir este hilo',
  cannotBeShown: 'No se puede mostrar este hilo',
  tooManyWaiting: 'Hay demasiados mensajes por enviar. Espera a volver a tener conexión.',
};
