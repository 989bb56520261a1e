import AtSign from 'lucide-react/icons/at-sign';
import Hash from 'lucide-react/icons/hash';
import Lock from 'lucide-react/icons/lock';
import Slash from 'lucide-react/icons/slash';
import UsersRound from 'lucide-react/icons/users-round';
import { Avatar } from '../design/avatar.tsx';
import { skinTones } from '../emoji/custom-emoji.ts';
import { Emoji } from '../message/emoji.tsx';
import { fullNameOf, personNameOf } from '../people/naming.ts';
import type { Names } from '../people/people-context.tsx';
import type { Command } from './commands/command.ts';
import type { CompletionChoice } from './completion-choice.ts';
import { mostChoices, rankOf, type Trigger } from './completion.ts';
import { type EmojiModule, emojiInsertion } from './emoji-insertion.ts';
import { type Acquaintance, findChannels, findCustomEmoji, findGroups, findPeople } from './find-choices.ts';
import { composerText } from './text.ts';

/** What completions choose from. */
export interface CompletionSources {
  names: Names;
  acquaintance: () => Acquaintance;
  findCommands: (query: string) => readonly Command[];
  /** Null until the table has come. */
  emoji: EmojiModule | null;
}

/** What the trigger may become. */
export function choicesFor({ sign, query }: Trigger, sources: CompletionSources): CompletionChoice[] {
  switch (sign) {
    case '@':
      return [...people(query, sources), ...groups(query, sources), ...broadcasts(query)].slice(0, mostChoices);
    case '#':
      return channels(query, sources);
    case ':':
      return emojis(query, sources);
    case '/':
      return sources.findCommands(query).map((command) => ({
        key: command.name,
        icon: <Slash size={15} />,
        name: `/${command.name}`,
        note: command.takes,
        detail: command.does,
        insertion: { text: `/${command.name}` },
        isWhole: command.takes === '' && command.name === query,
      }));
  }
}

function people(query: string, { names, acquaintance }: CompletionSources): CompletionChoice[] {
  const t = composerText();
  return findPeople(query, names.users.store.get().values(), acquaintance()).map(({ user, isPresent }) => {
    const name = personNameOf(user);
    const note = user.id === names.self ? t.you : isPresent ? '' : t.notInChannel;
    return {
      key: user.id,
      icon: <Avatar id={user.id} name={name} size={24} />,
      name,
      note,
      detail: [fullNameOf(user), user.profile.title].filter(Boolean).join(' · '),
      insertion: { mention: 'user', id: user.id, text: `@${name}` },
    };
  });
}

/** Groups and everybody are offered when they are asked for: a bare @ means a person. */
function groups(query: string, { names }: CompletionSources): CompletionChoice[] {
  if (query === '') return [];
  return findGroups(query, names.groups.get()).map(([id, { handle, name, users }]) => ({
    key: id,
    icon: <UsersRound size={17} />,
    name: `@${handle}`,
    note: '',
    detail: users === undefined ? name : composerText().groupOf(name, users.length),
    insertion: { mention: 'group', id, text: `@${handle}` },
  }));
}

function broadcasts(query: string): CompletionChoice[] {
  const t = composerText();
  const ranges = { channel: t.callChannel, here: t.callHere, everyone: t.callEveryone };
  return Object.entries(ranges)
    .filter(([range]) => query !== '' && rankOf(range, query) < Infinity)
    .map(([range, detail]) => ({
      key: range,
      icon: <AtSign size={17} />,
      name: `@${range}`,
      note: '',
      detail,
      insertion: { mention: 'broadcast', id: range, text: `@${range}` },
    }));
}

function channels(query: string, { names }: CompletionSources): CompletionChoice[] {
  return findChannels(query, names.channels.get().values()).map((channel) => ({
    key: channel.id,
    icon: channel.kind === 'private' ? <Lock size={15} /> : <Hash size={16} />,
    name: channel.name,
    note: '',
    detail: channel.topic,
    insertion: { mention: 'channel', id: channel.id, text: `#${channel.name}` },
  }));
}

/** The workspace's own first: there are few, and whoever types their names wants them. */
function emojis(query: string, { names, emoji }: CompletionSources): CompletionChoice[] {
  const custom = names.emoji.get();
  const { skin_tone: preferred } = names.preferences.get();
  const tone = skinTones.find((each) => each === preferred) ?? null;
  const own = findCustomEmoji(query, custom.keys()).map((name) => ({ name, others: '' }));
  const standard = (emoji?.searchEmoji(query) ?? [])
    .filter(({ names: [name] }) => !custom.has(name))
    .map(({ names: [name, ...others] }) => ({ name, others: others.map((other) => `:${other}:`).join(' ') }));
  return [...own, ...standard].slice(0, mostChoices).map(({ name, others }) => ({
    key: name,
    icon: <Emoji name={name} skinTone={tone} isSilent />,
    name: `:${name}:`,
    note: '',
    detail: others,
    insertion: { text: emojiInsertion(name, tone, emoji, custom), emoji: name },
  }));
}
