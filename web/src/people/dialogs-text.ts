import { defineText, plural } from '../i18n/text.ts';

export const english = {
  you: 'you',

  members: {
    title: (channel: string) => `Members of #${channel}`,
    find: 'Find members',
    add: 'Add people',
    label: 'Members',
    remove: (name: string) => `Remove ${name}`,
  },

  addPeople: {
    title: (channel: string) => `Add people to #${channel}`,
    find: 'Find people',
    placeholder: 'Name or e-mail address',
    label: 'People',
    nobodyFound: 'Nobody of this name is left to add.',
    nobodyLeft: 'Everybody is here already.',
    chosen: (count: number) => plural(count, { other: '# chosen' }),
    cancel: 'Cancel',
    add: 'Add',
  },

  invite: {
    title: (workspace: string) => `Invite people to ${workspace}`,
    result: 'Invitations',
    emails: 'E-mail addresses',
    placeholder: 'ada@example.com, grace@example.com',
    role: 'Invite as',
    member: 'Member',
    administrator: 'Administrator',
    send: (count: number) => plural(Math.max(count, 1), { one: 'Send invitation', other: 'Send # invitations' }),
    orLink: 'or share a link',
    createLink: 'Create an invitation link',
    link: 'Invitation link',
    linkHint: 'Whoever has this link can join as a member.',
    more: 'Invite more people',
    done: 'Done',
    sentTo: (addresses: string) => `Sent to ${addresses}.`,
    noMail: 'This server has no mail. Pass these links on yourself; each works for its address only.',
  },
};

export const peopleDialogsText = defineText('peopleDialogs', english);
