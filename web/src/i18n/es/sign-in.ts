import type { Translation } from '../translation.ts';

export const signIn: Translation['signIn'] = {
  oneMoment: 'Un momento',
  invitationBroken: 'Esta invitación no funciona',
  goToSignIn: 'Ir al inicio de sesión',

  signIn: 'Iniciar sesión',
  join: (workspace) => `Unirse a ${workspace}`,
  lead: 'Te enviamos un código por correo electrónico. No hay ninguna contraseña que recordar.',
  invitedBy: (inviter) => `${inviter} te invita a conversar en Edgeways. Confirma tu dirección para continuar.`,
  email: 'Correo electrónico',
  emailPlaceholder: 'tu@example.com',
  continue: 'Continuar con el correo',
  orLookAround: 'o echa un vistazo como',
  demoPeople: 'Personas de la demostración',
  backToWorkspace: 'Volver a tu espacio de trabajo',
  newHere: '¿Es tu primera vez? Para empezar basta tu dirección.',

  enterCode: 'Escribe tu código',
  codeSent: ['Hemos enviado un código de seis cifras a ', '. Vale durante unos minutos.'],
  codeWaits: ['Un código de seis cifras para ', ' te está esperando.'],
  codePrinted: 'Este servidor no tiene correo. El código aparece en la terminal donde funciona el servidor.',
  code: 'Código de seis cifras',
  checking: 'Comprobando el código',
  newCodeIn: (seconds) => `Código nuevo en ${seconds} s`,
  newCode: 'Enviar un código nuevo',
  otherAddress: 'Usar otra dirección',

  chooseWorkspace: 'Elige un espacio de trabajo',
  workspacesOf: (email) => `Estos son los espacios de trabajo de ${email}.`,
  workspaces: 'Espacios de trabajo',
  or: 'o',
  createNew: 'Crear un espacio de trabajo nuevo',

  createTitle: 'Crear un espacio de trabajo',
  createLead:
    'Un espacio de trabajo es la casa de una empresa o de un equipo. Podrás cambiarle el nombre más adelante.',
  backToWorkspaces: 'Volver a tus espacios de trabajo',
  workspaceName: 'Nombre del espacio de trabajo',
  workspacePlaceholder: 'Acme',
  yourName: 'Tu nombre',
  yourNameHint: 'Tal como lo verán aquí los demás.',
  create: 'Crear espacio de trabajo',

  joinLead: 'Una cosa más: ¿cómo quieres que te llamen?',
  joinWorkspace: 'Unirse al espacio de trabajo',
};
