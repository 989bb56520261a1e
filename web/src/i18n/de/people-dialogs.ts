import { plural } from '../text.ts';
import type { Translation } from '../translation.ts';

export const peopleDialogs: Translation['peopleDialogs'] = {
  you: 'du',
  members: {
    title: (channel) => `Mitglieder von #${channel}`,
    find: 'Mitglieder finden',
    add: 'Personen hinzufügen',
    label: 'Mitglieder',
    remove: (name) => `${name} entfernen`,
  },
  addPeople: {
    title: (channel) => `Personen zu #${channel} hinzufügen`,
    find: 'Personen finden',
    placeholder: 'Name oder E-Mail-Adresse',
    label: 'Personen',
    nobodyFound: 'Niemand mit diesem Namen ist noch hinzuzufügen.',
    nobodyLeft: 'Es sind schon alle hier.',
    chosen: (count) => plural(count, { other: '# ausgewählt' }),
    cancel: 'Abbrechen',
    add: 'Hinzufügen',
  },
  invite: {
    title: (workspace) => `Personen zu ${workspace} einladen`,
    result: 'Einladungen',
    emails: 'E-Mail-Adressen',
    placeholder: 'ada@example.com, grace@example.com',
    role: 'Einladen als',
    member: 'Mitglied',
    administrator: 'Verwaltung',
    send: (count) => plural(Math.max(count, 1), { one: 'Einladung senden', other: '# Einladungen senden' }),
    orLink: 'oder einen Link teilen',
    createLink: 'Einladungslink erstellen',
    link: 'Einladungslink',
    linkHint: 'Wer diesen Link hat, kann als Mitglied beitreten.',
    more: 'Weitere Personen einladen',
    done: 'Fertig',
    sentTo: (addresses) => `Gesendet an ${addresses}.`,
    noMail: 'Dieser Server verschickt keine E-Mails. Gib diese Links selbst weiter; jeder gilt nur für seine Adresse.',
  },
};
