import AtSign from 'lucide-react/icons/at-sign';
import Hash from 'lucide-react/icons/hash';
import Lock from 'lucide-react/icons/lock';
import { Avatar } from '../design/avatar.tsx';
import type { Names } from '../people/people-context.tsx';
import { type CompletionChoice } from './completion-choice.ts';
import { findChannels, findPeople, mostChoices, type Trigger } from './completion.ts';

type EmojiSearch = (prefix: string) => { unicode: string; names: readonly string[] }[];

/** What the trigger may become. `searchEmoji` is null until the table has come. */
export function choicesFor(trigger: Trigger, names: Names, searchEmoji: EmojiSearch | null): CompletionChoice[] {
  if (trigger.sign === '@') {
    return findPeople(trigger.query, names.users.store.get().values()).map((person) => ({
      key: person.id,
      icon: person.kind === 'user' ? <Avatar id={person.id} name={person.name} size={24} /> : <AtSign size={18} />,
      name: person.name,
      detail: person.detail,
      insertion: { mention: person.kind, id: person.id, text: `@${person.name}` },
    }));
  }
  if (trigger.sign === '#') {
    return findChannels(trigger.query, names.channels.get().values()).map((channel) => ({
      key: channel.id,
      icon: channel.kind === 'private' ? <Lock size={16} /> : <Hash size={16} />,
      name: channel.name,
      detail: channel.topic,
      insertion: { mention: 'channel', id: channel.id, text: `#${channel.name}` },
    }));
  }
  const found = searchEmoji?.(trigger.query).slice(0, mostChoices) ?? [];
  return found.map(({ unicode, names: [name = '', ...others] }) => ({
    key: name,
    icon: unicode,
    name: `:${name}:`,
    detail: others.map((other) => `:${other}:`).join(' '),
    insertion: { text: unicode },
  }));
}
