import type { Translation } from '../translation.ts';

export const drafts: Translation['drafts'] = {
  title: 'Borradores y programados',
  drafts: (count) => (count === 0 ? 'Borradores' : `Borradores (${count})`),
  scheduled: (count) => (count === 0 ? 'Programados' : `Programados (${count})`),
  noDrafts: 'No hay borradores',
  noDraftsHint: 'Lo que empiezas a escribir y no envías te espera aquí, en todos tus dispositivos.',
  noScheduled: 'No hay nada programado',
  noScheduledHint: 'Para enviar un mensaje más tarde, elige una hora junto al botón de enviar.',
  scheduledFailed: 'No se pudieron cargar los mensajes programados',
  tryAgain: 'Reintentar',
  inThread: (place) => `Hilo en ${place}`,
  unknownPlace: 'Una conversación en la que ya no estás',
  written: (ago) => `Escrito ${ago}`,
  sendsAt: (when) => `Se enviará ${when}`,
  wasNotSent: (reason) => `No se ha enviado. ${reason}`,

  deleteDraft: (place) => `Eliminar el borrador de ${place}`,
  draftDeleted: 'Borrador eliminado',
  undo: 'Deshacer',

  editText: 'Editar el texto',
  changeTime: 'Cambiar la hora',
  save: 'Guardar',
  sendNow: 'Enviar ahora',
  remove: 'Eliminar',
  actionsFor: (place) => `Acciones del mensaje para ${place}`,
  deleteTitle: '¿Eliminar este mensaje programado?',
  deleteText: 'No se enviará y su texto se perderá.',
  sent: 'Mensaje enviado',
  timeChanged: (when) => `Se enviará ${when}.`,
};
