import type { Keys } from './keys.ts';

/** Where the help sheet lists a command. */
export const commandGroups = ['go', 'read', 'you', 'workspace', 'look', 'message', 'write'] as const;
export type CommandGroup = (typeof commandGroups)[number];

interface CommandEntry {
  group: CommandGroup;
  /** The first is the one that is shown. */
  keys?: readonly Keys[];
  /** Keys that browsers keep for themselves: they work in the installed app. */
  appKeys?: readonly Keys[];
  /** Only the help sheet knows it: its keys are read where the focus is, in a composer or on a message. */
  isLocal?: true;
}

/**
 * Everything that can be done from anywhere. The listener for keys, the palette, the help sheet and the tooltips are all
 * made from this table; what a command is called is in text.ts, and what it does is said with `useCommand`.
 */
export const commands = {
  switch: { group: 'go', keys: ['Mod+K'], appKeys: ['Mod+T'] },
  messagePerson: { group: 'go', keys: ['Mod+Shift+K'], appKeys: ['Mod+N'] },
  threads: { group: 'go', appKeys: ['Mod+Shift+T'] },
  activity: { group: 'go', keys: ['Mod+Shift+M'] },
  saved: { group: 'go', keys: ['Mod+Shift+S'] },
  drafts: { group: 'go' },
  browse: { group: 'go', keys: ['Mod+Shift+L'] },
  people: { group: 'go', keys: ['Mod+Shift+E'] },
  previousChannel: { group: 'go', keys: ['Alt+ArrowUp'] },
  nextChannel: { group: 'go', keys: ['Alt+ArrowDown'] },
  previousUnread: { group: 'go', keys: ['Alt+Shift+ArrowUp'] },
  nextUnread: { group: 'go', keys: ['Alt+Shift+ArrowDown'] },
  back: { group: 'go', keys: ['Mod+['] },
  forward: { group: 'go', keys: ['Mod+]'] },
  nextRegion: { group: 'go', keys: ['F6'] },
  previousRegion: { group: 'go', keys: ['Shift+F6'] },

  markRead: { group: 'read', keys: ['Escape'] },
  markAllRead: { group: 'read', keys: ['Shift+Escape'] },
  unreadOnly: { group: 'read', keys: ['Mod+Shift+A'] },
  jumpToUnread: { group: 'read', keys: ['Mod+J'] },
  togglePane: { group: 'read', keys: ['Mod+.'] },
  react: { group: 'read', keys: ['Mod+Shift+\\'] },
  channelDetails: { group: 'read', keys: ['Mod+Shift+I'] },
  star: { group: 'read' },
  mute: { group: 'read' },
  copyChannelLink: { group: 'read' },
  addPeople: { group: 'read' },
  leaveChannel: { group: 'read' },

  status: { group: 'you', keys: ['Mod+Shift+Y'] },
  away: { group: 'you' },
  active: { group: 'you' },
  pause: { group: 'you' },
  resume: { group: 'you' },
  settings: { group: 'you', keys: ['Mod+,'] },
  help: { group: 'you', keys: ['Mod+/'] },
  signOut: { group: 'you' },

  createChannel: { group: 'workspace' },
  createSection: { group: 'workspace' },
  invite: { group: 'workspace' },
  groups: { group: 'workspace' },
  emoji: { group: 'workspace' },
  import: { group: 'workspace' },

  themeSystem: { group: 'look' },
  themeLight: { group: 'look' },
  themeDark: { group: 'look' },
  highContrast: { group: 'look' },
  language: { group: 'look' },

  messageNext: { group: 'message', keys: ['ArrowDown'], isLocal: true },
  messagePrevious: { group: 'message', keys: ['ArrowUp'], isLocal: true },
  messageThread: { group: 'message', keys: ['T'], isLocal: true },
  messageReact: { group: 'message', keys: ['R'], isLocal: true },
  messageSave: { group: 'message', keys: ['A'], isLocal: true },
  messagePin: { group: 'message', keys: ['P'], isLocal: true },
  messageUnread: { group: 'message', keys: ['U'], isLocal: true },
  messageEdit: { group: 'message', keys: ['E'], isLocal: true },
  messageLink: { group: 'message', keys: ['L'], isLocal: true },
  messageCopy: { group: 'message', keys: ['C'], isLocal: true },
  messageDelete: { group: 'message', keys: ['Delete'], isLocal: true },

  send: { group: 'write', keys: ['Enter'], isLocal: true },
  newLine: { group: 'write', keys: ['Shift+Enter'], isLocal: true },
  editLast: { group: 'write', keys: ['ArrowUp'], isLocal: true },
  bold: { group: 'write', keys: ['Mod+B'], isLocal: true },
  italic: { group: 'write', keys: ['Mod+I'], isLocal: true },
  strikethrough: { group: 'write', keys: ['Mod+Shift+X'], isLocal: true },
  code: { group: 'write', keys: ['Mod+Shift+C'], isLocal: true },
  codeBlock: { group: 'write', keys: ['Mod+Alt+Shift+C'], isLocal: true },
  link: { group: 'write', keys: ['Mod+Shift+U'], isLocal: true },
  numberedList: { group: 'write', keys: ['Mod+Shift+7'], isLocal: true },
  bulletedList: { group: 'write', keys: ['Mod+Shift+8'], isLocal: true },
  quote: { group: 'write', keys: ['Mod+Shift+9'], isLocal: true },
  indent: { group: 'write', keys: ['Tab'], isLocal: true },
  outdent: { group: 'write', keys: ['Shift+Tab'], isLocal: true },
} as const satisfies Record<string, CommandEntry>;

export type CommandId = keyof typeof commands;

/** Those that are run from here: by their keys, or from the palette. */
export type RunnableId = {
  [Id in CommandId]: (typeof commands)[Id] extends { isLocal: true } ? never : Id;
}[CommandId];

const table: Readonly<Record<CommandId, CommandEntry>> = commands;

export const commandIds = Object.keys(commands).filter((id): id is CommandId => id in commands);

export function commandOf(id: CommandId): CommandEntry {
  return table[id];
}

export function isRunnable(id: CommandId): id is RunnableId {
  return table[id].isLocal !== true;
}
