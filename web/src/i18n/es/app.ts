import type { Translation } from '../translation.ts';

export const app: Translation['app'] = {
  wentWrong: 'Algo ha fallado en esta página. Vuelve a cargarla e inténtalo de nuevo.',
  noAnswer: 'No se pudo contactar con el servidor. Comprueba tu conexión e inténtalo de nuevo.',
  unreachable: 'El servidor no responde',
  tryAgain: 'Reintentar',
  nothingHere: 'Aquí no hay nada',
  nothingHereHint: 'Puede que la dirección esté mal escrita o que lo que había ya no exista.',
  goHome: 'Ir al inicio',
  signedOut: 'Se ha cerrado tu sesión. Vuelve a iniciarla para continuar.',
  skip: 'Saltar a la conversación',
  loading: 'Cargando',
  dismiss: 'Descartar',
  newVersion: 'Hay una versión nueva.',
  reload: 'Volver a cargar',
  linkCopied: 'Enlace copiado',
  copyRefused: 'El navegador no ha permitido copiar.',

  tabs: 'Lugares',
  tabHome: 'Inicio',
  tabDirect: 'Mensajes',
  tabActivity: 'Actividad',
  tabSaved: 'Guardado',
  tabYou: 'Tú',

  markAll: {
    title: '¿Marcar todo como leído?',
    text: 'Todos los canales, mensajes directos e hilos contarán como leídos en todos tus dispositivos. No se puede deshacer.',
    action: 'Marcar todo como leído',
    done: 'Todo está marcado como leído.',
  },

  theWorkspace: 'el espacio de trabajo',
  renameChannel: {
    title: 'Cambiar el nombre del canal',
    label: 'Nombre',
    hint: 'Los enlaces al canal siguen funcionando.',
  },
  topic: {
    title: 'Editar el tema',
    label: 'Tema',
    hint: (name) => `De qué va #${name} ahora mismo. Lo ven arriba todas las personas del canal.`,
  },
  purpose: {
    title: 'Editar el propósito',
    label: 'Propósito',
    hint: (name) => `Para qué sirve #${name}. Se muestra donde se eligen los canales.`,
  },
  leave: {
    title: (name) => `¿Salir de #${name}?`,
    action: 'Salir del canal',
    private: 'Es privado: para volver, alguien que esté dentro tiene que añadirte.',
    public: 'Puedes volver a unirte cuando quieras. Desaparecerá de tu barra lateral.',
  },
  archive: {
    title: (name) => `¿Archivar #${name}?`,
    action: 'Archivar el canal',
    text: 'Nadie podrá escribir en él. Lo que se dijo se conserva y se puede leer, y el canal se puede recuperar.',
  },
  unarchive: {
    title: (name) => `¿Recuperar #${name}?`,
    action: 'Recuperar',
    text: 'Se podrá volver a escribir en él.',
  },
};
