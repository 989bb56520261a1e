import { defineText, plural } from '../i18n/text.ts';

export const english = {
  /** The bar. */
  formatting: 'Formatting',
  showFormatting: 'Formatting options',
  bold: 'Bold',
  italic: 'Italic',
  strikethrough: 'Strikethrough',
  link: 'Link',
  bulletedList: 'Bulleted list',
  numberedList: 'Numbered list',
  quote: 'Quote',
  code: 'Code',
  codeBlock: 'Code block',
  mention: 'Mention somebody',
  emoji: 'Emoji',
  send: 'Send message',
  tooLong: (count: number) => plural(count, { one: '# character too many', other: '# characters too many' }),
  left: (count: number) => plural(count, { one: '# left', other: '# left' }),

  /** Editing a message. */
  editMessage: 'Edit message',
  cannotBeEmpty: 'A message cannot be empty',
  cancel: 'Cancel',
  save: 'Save',

  /** The form for a link. */
  linkAddress: 'Link address',
  notAnAddress: 'This is not an address that can be linked to.',
  makeLink: 'Link',

  /** After code was pasted. */
  pastedCode: (count: number) => plural(count, { one: '# line of code pasted', other: '# lines of code pasted' }),
  makeCodeBlock: 'Make it a code block',
  keepAsText: 'Keep it as text',

  /** Completions. */
  people: 'People',
  channels: 'Channels',
  commands: 'Commands',
  you: 'you',
  notInChannel: 'not in this channel',
  groupOf: (name: string, count: number) => `${name} · ${plural(count, { one: '# person', other: '# people' })}`,
  callChannel: 'Notify everybody in this channel',
  callHere: 'Notify those in this channel who are active now',
  callEveryone: 'Notify everybody in the workspace’s general channel',

  /** Before calling everybody. */
  callEverybodyTitle: (range: string) => `Send with @${range}?`,
  reachesAll: (people: string, zones: string) => `This will notify ${people} in ${zones}.`,
  reachesActive: (people: string, zones: string) =>
    `This will notify everybody who is active now. The channel has ${people} in ${zones}.`,
  otherPeople: (count: number) => plural(count, { one: '# other person', other: '# other people' }),
  timeZones: (count: number) => plural(count, { one: '# time zone', other: '# time zones' }),
  counting: 'Counting people and time zones…',
  sendAndNotify: 'Send and notify',
  goOnWriting: 'Go on writing',
  callEverybodyRefused: 'Not in a channel this large',
  callEverybodyAdministrators: (members: number) =>
    `Only administrators may notify everybody in channels with more than ${plural(members, { one: '# member', other: '# members' })}. Take the mention out, and your message can be sent.`,

  /** Slash commands: what they take, what they do, what they say. */
  commandArguments: {
    text: 'text',
    optionalText: '[text]',
    reminder: 'me to [what] [when]',
    pause: '[how long] or off',
    status: '[:emoji:] [text] or clear',
    topic: '[topic]',
    people: '@somebody',
    message: '@somebody [message]',
  },
  commandMe: 'Say what you are doing, in italics',
  commandRemind: 'Set a reminder',
  commandDnd: 'Pause notifications, or go on with them',
  commandStatus: 'Set or clear your status',
  commandAway: 'Show yourself as away',
  commandActive: 'Show yourself as active',
  commandTopic: 'Change the channel’s topic',
  commandInvite: 'Add people to this channel',
  commandLeave: 'Leave this channel',
  commandMute: 'Mute this channel, or unmute it',
  commandShrug: 'Add ¯\\_(ツ)_/¯ to your message',
  commandMsg: 'Write somebody a direct message',
  noSuchCommand: (name: string) => `There is no command /${name}. To send it as text, put a space before it.`,
  commandNeeds: (name: string, takes: string) => `Write /${name} ${takes}.`,
  notInThreads: (name: string) => `/${name} does not work in threads.`,
  notInDirect: (name: string) => `/${name} does not work in direct messages.`,
  remindersAreForOneself:
    'Reminders are for yourself: write /remind me to … To remind others, schedule a message to them.',
  cannotReadTime: 'This time could not be understood. Try “30 minutes” or “until 17:00”.',
  paused: (when: string) => `Notifications are paused until ${when}.`,
  unpaused: 'Notifications are on again.',
  statusSet: 'Your status is set.',
  statusCleared: 'Your status is cleared.',
  nowAway: 'You are shown as away.',
  nowActive: 'You are shown as active.',
  topicSet: 'The topic is changed.',
  invited: (count: number) => plural(count, { one: '# person added', other: '# people added' }),
  muted: 'This channel is muted.',
  unmuted: 'This channel is no longer muted.',

  /** Scheduling. */
  scheduled: (when: string) => `Your message will be sent ${when}.`,
};

export const composerText = defineText('composer', english);
