import { defineText, plural } from '../i18n/text.ts';

export const english = {
  /** All channels. */
  channels: 'Channels',
  newChannel: 'New channel',
  searchChannels: 'Search channels',
  searchPlaceholder: 'Search by name or topic',
  which: 'Which channels',
  active: 'Active',
  archived: 'Archived',
  loading: 'Loading…',
  channelCount: (count: number) => plural(count, { one: '# channel', other: '# channels' }),
  channelsFailed: 'The channels could not be loaded',
  tryAgain: 'Try again',
  noMatch: 'No channel matches',
  noMatchAmongActive: 'Try another word, or look among the archived ones.',
  noMatchAmongArchived: 'Try another word, or look among the active ones.',
  nothingArchived: 'Nothing is archived',
  noChannels: 'No channels yet',
  createAChannel: 'Create a channel',
  private: 'private',
  joined: 'Joined',
  memberCount: (count: number) => plural(count, { one: '# member', other: '# members' }),
  join: 'Join',
  joinChannel: (name: string) => `Join ${name}`,

  /** Making a channel. */
  name: 'Name',
  namePlaceholder: 'plan-budget',
  nameHint: 'Lower-case letters, digits, hyphens and underscores.',
  whoSees: 'Who can see it',
  public: 'Public',
  publicText: 'Anyone in the workspace can find and join it.',
  privateTitle: 'Private',
  privateText: 'Only the people who are added can see it.',
  cancel: 'Cancel',
  save: 'Save',
  createChannel: 'Create channel',

  /** Everybody. */
  people: 'People',
  invite: 'Invite people',
  searchPeople: 'Search people',
  searchPeoplePlaceholder: 'Name, title or e-mail address',
  personCount: (count: number) => plural(count, { one: '# person', other: '# people' }),
  deactivated: 'Deactivated',
  whichPeople: 'Which people',
  nobodyFound: 'Nobody of this name',
  nobodyFoundHint: 'Try a part of the name, a title or an address.',
  nobodyDeactivated: 'Nobody was deactivated',
  peopleFailed: 'The people could not be loaded',
  you: 'you',
  message: (name: string) => `Message ${name}`,
  administrator: 'Administrator',
  owner: 'Owner',
};

export const directoryText = defineText('directory', english);
