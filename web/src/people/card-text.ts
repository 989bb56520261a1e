import { defineText } from '../i18n/text.ts';

export const english = {
  label: (name: string) => `Profile of ${name}`,
  time: 'Time',
  localTime: (time: string) => `${time} local time`,
  app: 'App',
  owner: 'Workspace owner',
  administrator: 'Administrator',
  message: 'Message',
  messageSelf: 'Notes to yourself',
  email: 'E-mail',
  phone: 'Phone',
  copyId: 'Copy member ID',
  idCopied: 'Member ID copied',
  untilTime: (time: string) => `until ${time}`,
};

export const personCardText = defineText('personCard', english);
