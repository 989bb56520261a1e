import { plural } from '../text.ts';
import type { Translation } from '../translation.ts';

export const threads: Translation['threads'] = {
  title: 'Hilos',
  list: 'Hilos que sigues',
  thread: (channel) => `Hilo en ${channel}`,
  markAll: 'Marcar todos como leídos',
  marked: 'Todos los hilos están leídos.',
  open: 'Abrir el hilo',
  follow: 'Seguir este hilo',
  unfollow: 'Dejar de seguir este hilo',
  moreReplies: (count) => plural(count, { one: 'Mostrar # respuesta más', other: 'Mostrar # respuestas más' }),
  reply: 'Responder…',
  unread: 'Sin leer',
  aChannel: 'una conversación',
  people: (names) => `con ${names}`,
  failed: 'No se pueden mostrar los hilos',
  tryAgain: 'Reintentar',
  tooManyWaiting: 'Hay demasiados mensajes por enviar. Espera a volver a tener conexión.',
  emptyTitle: 'Aún no hay hilos',
  emptyText:
    'Aquí llegan los hilos que empiezas, en los que respondes o en los que te mencionan; los que tienen novedades, primero.',
};
