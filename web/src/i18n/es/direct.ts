import { plural } from '../text.ts';
import type { Translation } from '../translation.ts';

export const direct: Translation['direct'] = {
  newMessage: 'Nuevo mensaje',
  to: 'Para',
  placeholder: 'Un nombre o un correo electrónico',
  chosen: 'Personas elegidas',
  people: 'Personas',
  remove: (name) => `Quitar a ${name}`,
  nobodyFound: (query) => `Aquí nadie se llama «${query}».`,
  isFull: (count) => plural(count, { one: 'Una persona como máximo.', other: '# personas como máximo.' }),
  notesToSelf: 'notas para ti',
  open: 'Empezar a escribir',
  cancel: 'Cancelar',

  selfTitle: (name) => `${name} (tú)`,
  selfStart:
    'Este es tu propio espacio. Prepara mensajes, ten a mano enlaces y listas o habla contigo: nadie más lo ve.',
  start: (name) => `Aquí empieza tu conversación con ${name}. Solo la veis vosotros dos.`,
  groupStart: (names) =>
    `Aquí empieza tu conversación con ${names}. Solo la veis vosotros y no se puede añadir a nadie: con otras personas es otra conversación.`,
  localTime: (time) => `${time}, hora local`,
  seeProfile: 'Ver perfil',

  title: 'Mensajes directos',
  find: 'Buscar una conversación',
  none: 'Aún no hay mensajes directos',
  noneHint: 'Escribe a alguien, a varias personas a la vez o a ti.',
  noneFound: 'No hay ninguna conversación con alguien de ese nombre',
  unread: 'sin leer',
};
