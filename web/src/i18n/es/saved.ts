import type { Translation } from '../translation.ts';

export const saved: Translation['saved'] = {
  title: 'Guardado para después',
  filters: 'Mostrar',
  filter: { open: 'Pendientes', done: 'Completados' },
  list: 'Mensajes guardados',
  dueAt: (when) => `Vence ${when}`,
  wasDue: (when) => `Venció ${when}`,
  savedAt: (when) => `Guardado ${when}`,
  complete: 'Marcar como completado',
  reopen: 'Volver a pendientes',
  due: 'Poner una hora',
  remove: 'Quitar de guardados',
  open: 'Mostrar en su conversación',
  gone: 'Este mensaje se eliminó o ya no puedes verlo.',
  aChannel: 'Una conversación en la que no estás',
  failed: 'No se pueden mostrar los mensajes guardados',
  tryAgain: 'Reintentar',
  more: 'Mostrar más',
  emptyOpen: 'No hay nada guardado para después',
  emptyOpenText:
    'Guarda un mensaje con el marcador que tiene al lado o pulsa A sobre él. Ponle una hora y te lo recordaremos.',
  emptyOpenTouch: 'Mantén pulsado un mensaje y guárdalo. Ponle una hora y te lo recordaremos.',
  emptyDone: 'Aún no hay nada completado',
  emptyDoneText: 'Lo que marques como completado llega aquí.',
};
