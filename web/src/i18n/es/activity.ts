import { plural } from '../text.ts';
import type { Translation } from '../translation.ts';

export const activity: Translation['activity'] = {
  title: 'Actividad',
  filters: 'Mostrar',
  filter: {
    all: 'Todo',
    mentions: 'Menciones',
    threads: 'Hilos',
    reactions: 'Reacciones',
    reminders: 'Recordatorios',
  },
  list: 'Lo que ha pasado',
  unread: 'Sin leer',
  loadMore: 'Mostrar más',
  failed: 'No se puede mostrar la actividad',
  tryAgain: 'Reintentar',
  somebody: 'Alguien',
  aChannel: 'un canal',
  directMessage: 'un mensaje directo',

  mention: (who, where) => `${who} te ha mencionado en ${where}`,
  mentionInThread: (who, where) => `${who} te ha mencionado en un hilo de ${where}`,
  everybody: (who, where) => `${who} ha avisado a todos en ${where}`,
  group: (who, where) => `${who} ha avisado a uno de tus grupos en ${where}`,
  keyword: (who, where) => `${who} ha usado una de tus palabras clave en ${where}`,
  reply: (who, where) => `${who} ha respondido en un hilo de ${where}`,
  reaction: (who, others, where) => {
    const all = plural(others, { one: ' y # persona más han', other: ' y # personas más han' });
    return `${who}${others === 0 ? ' ha' : all} reaccionado a tu mensaje en ${where}`;
  },
  reminder: 'Recordatorio',
  reminderOf: (where) => `Recordatorio de un mensaje en ${where}`,
  unscheduled: (where) => `No se pudo enviar un mensaje programado a ${where}`,
  gone: 'Este mensaje se eliminó.',

  empty: {
    all: {
      title: 'Aún no hay nada',
      text: 'Cuando alguien te mencione, reaccione a lo que escribes o responda en un hilo que sigues, lo verás aquí.',
    },
    mentions: {
      title: 'Nadie te ha mencionado todavía',
      text: 'Aquí llegan las menciones a ti, a tus grupos y a tus palabras clave.',
    },
    threads: { title: 'Aún no hay respuestas', text: 'Aquí llegan las respuestas en los hilos que sigues.' },
    reactions: { title: 'Aún no hay reacciones', text: 'Aquí verás qué opinan de tus mensajes.' },
    reminders: {
      title: 'Aún no hay recordatorios',
      text: 'Guarda un mensaje con una hora y te lo recordaremos aquí.',
    },
  },
};
