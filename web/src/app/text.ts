import { defineText } from '../i18n/text.ts';

export const english = {
  wentWrong: 'Something went wrong on this page. Reload it and try again.',
  noAnswer: 'The server could not be reached. Check your connection and try again.',
  unreachable: 'The server does not answer',
  tryAgain: 'Try again',
  nothingHere: 'There is nothing here',
  nothingHereHint: 'The address may be mistyped, or what it led to is gone.',
  goHome: 'Go home',
  signedOut: 'You were signed out. Sign in again to go on.',
  skip: 'Skip to the conversation',
  loading: 'Loading',
  dismiss: 'Dismiss',
  newVersion: 'A new version is ready.',
  reload: 'Reload',
  linkCopied: 'Link copied',
  copyRefused: 'The browser did not allow copying.',

  tabs: 'Places',
  tabHome: 'Home',
  tabDirect: 'Messages',
  tabActivity: 'Activity',
  tabSaved: 'Saved',
  tabYou: 'You',

  markAll: {
    title: 'Mark everything as read?',
    text: 'Every channel, direct message and thread counts as read, on each of your devices. This cannot be undone.',
    action: 'Mark all as read',
    done: 'Everything is marked as read.',
  },

  theWorkspace: 'the workspace',
  renameChannel: {
    title: 'Rename channel',
    label: 'Name',
    hint: 'Links to the channel stay good.',
  },
  topic: {
    title: 'Edit topic',
    label: 'Topic',
    hint: (name: string) => `What #${name} is about right now. Everybody in it sees it at the top.`,
  },
  purpose: {
    title: 'Edit purpose',
    label: 'Purpose',
    hint: (name: string) => `What #${name} is for. Shown where people choose channels.`,
  },
  leave: {
    title: (name: string) => `Leave #${name}?`,
    action: 'Leave channel',
    private: 'It is private: to come back, somebody in it has to add you.',
    public: 'You can join again at any time. It will be gone from your sidebar.',
  },
  archive: {
    title: (name: string) => `Archive #${name}?`,
    action: 'Archive channel',
    text: 'Nobody can write in it any more. What was said stays and can be read, and the channel can be brought back.',
  },
  unarchive: {
    title: (name: string) => `Bring #${name} back?`,
    action: 'Bring back',
    text: 'People can write in it again.',
  },
};

export const appText = defineText('app', english);
