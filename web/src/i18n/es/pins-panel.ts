import type { Translation } from '../translation.ts';

export const pinsPanel: Translation['pinsPanel'] = {
  pins: 'Fijados y marcadores',
  pinned: 'Mensajes fijados',
  pinnedBy: (who) => `Fijado por ${who}`,
  you: 'ti',
  unpin: 'Dejar de fijar',
  open: 'Mostrar en la conversación',
  nothingPinned: 'Aún no hay nada fijado',
  nothingPinnedText:
    'Fija lo que todos deban volver a encontrar: elige «Fijar en el canal» en el menú de un mensaje o pulsa P sobre él.',
  failed: 'No se pueden mostrar los mensajes fijados',
  addBookmark: 'Añadir un marcador',
  editBookmark: 'Editar marcador',
  link: 'Enlace',
  title: 'Nombre',
  titleHint: 'Cómo se llama en la barra. Si se deja vacío, es el enlace.',
  emoji: 'Emoji',
  chooseEmoji: 'Elegir un emoji',
  removeEmoji: 'Sin emoji',
  invalidLink: 'Esto no es una dirección web. Empieza por https:// o http://.',
  add: 'Añadir',
  save: 'Guardar',
  cancel: 'Cancelar',
  remove: 'Quitar',
  bookmarks: 'Marcadores',
  editOne: (title) => `Editar ${title}`,
};
