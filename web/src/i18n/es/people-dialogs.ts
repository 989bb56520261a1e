import { plural } from '../text.ts';
import type { Translation } from '../translation.ts';

export const peopleDialogs: Translation['peopleDialogs'] = {
  you: 'tú',
  members: {
    title: (channel) => `Miembros de #${channel}`,
    find: 'Buscar miembros',
    add: 'Añadir personas',
    label: 'Miembros',
    remove: (name) => `Quitar a ${name}`,
  },
  addPeople: {
    title: (channel) => `Añadir personas a #${channel}`,
    find: 'Buscar personas',
    placeholder: 'Nombre o correo electrónico',
    label: 'Personas',
    nobodyFound: 'No queda nadie con ese nombre por añadir.',
    nobodyLeft: 'Ya están todos aquí.',
    chosen: (count) => plural(count, { one: '# elegida', other: '# elegidas' }),
    cancel: 'Cancelar',
    add: 'Añadir',
  },
  invite: {
    title: (workspace) => `Invitar a personas a ${workspace}`,
    result: 'Invitaciones',
    emails: 'Correos electrónicos',
    placeholder: 'ada@example.com, grace@example.com',
    role: 'Invitar como',
    member: 'Miembro',
    administrator: 'Administrador',
    send: (count) => plural(Math.max(count, 1), { one: 'Enviar invitación', other: 'Enviar # invitaciones' }),
    orLink: 'o comparte un enlace',
    createLink: 'Crear un enlace de invitación',
    link: 'Enlace de invitación',
    linkHint: 'Quien tenga este enlace puede unirse como miembro.',
    more: 'Invitar a más personas',
    done: 'Listo',
    sentTo: (addresses) => `Enviado a ${addresses}.`,
    noMail:
      'Este servidor no tiene correo. Haz llegar estos enlaces por tu cuenta; cada uno sirve solo para su dirección.',
  },
};
