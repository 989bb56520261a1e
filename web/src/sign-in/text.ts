import { defineText } from '../i18n/text.ts';

export const english = {
  oneMoment: 'One moment',
  invitationBroken: 'This invitation does not work',
  goToSignIn: 'Go to sign-in',

  signIn: 'Sign in',
  join: (workspace: string) => `Join ${workspace}`,
  lead: 'We send you a code by e-mail. There is no password to remember.',
  invitedBy: (inviter: string) => `${inviter} invites you to talk in Edgeways. Confirm your address to go on.`,
  email: 'E-mail address',
  emailPlaceholder: 'you@example.com',
  continue: 'Continue with e-mail',
  orLookAround: 'or look around as',
  demoPeople: 'Demo people',
  backToWorkspace: 'Back to your workspace',
  newHere: 'New here? Your address is all it takes to begin.',

  enterCode: 'Enter your code',
  /** Before and after the address, which is set in bold. */
  codeSent: ['We sent a six-digit code to ', '. It is good for a few minutes.'] as readonly [string, string],
  codeWaits: ['A six-digit code for ', ' is waiting for you.'] as readonly [string, string],
  codePrinted: 'This server has no mail set up. The code is printed in the terminal where the server runs.',
  code: 'Six-digit code',
  checking: 'Checking the code',
  newCodeIn: (seconds: number) => `New code in ${seconds} s`,
  newCode: 'Send a new code',
  otherAddress: 'Use another address',

  chooseWorkspace: 'Choose a workspace',
  workspacesOf: (email: string) => `These are the workspaces of ${email}.`,
  workspaces: 'Workspaces',
  or: 'or',
  createNew: 'Create a new workspace',

  createTitle: 'Create a workspace',
  createLead: 'A workspace is the home of a company or a team. You can rename it later.',
  backToWorkspaces: 'Back to your workspaces',
  workspaceName: 'Workspace name',
  workspacePlaceholder: 'Acme',
  yourName: 'Your name',
  yourNameHint: 'As people here will see it.',
  create: 'Create workspace',

  joinLead: 'One more thing: what should people call you?',
  joinWorkspace: 'Join workspace',
};

export const signInText = defineText('signIn', english);
