import type { Message } from '../../../shared/message.ts';
import { messageText } from './text.ts';

/** Who a message is by, as far as the message says it itself. */
interface Author {
  /** Decides the avatar's colour, and the name unless `name` is set. */
  id: string;
  /** Set where the message, and not the directory, says the name: a bot's. */
  name: string | null;
  isBot: boolean;
}

export function authorOf(message: Message): Author {
  const isBot = message.bot_id !== undefined || message.subtype === 'bot_message';
  const name = readName(message.username) ?? readProfileName(message.bot_profile);
  if (isBot && name !== null) return { id: message.bot_id ?? name, name, isBot };
  if (message.user !== undefined) return { id: message.user, name: null, isBot };
  return {
    id: message.bot_id ?? 'unknown',
    name: name ?? (isBot ? messageText().unknownApp : messageText().unknownPerson),
    isBot,
  };
}

function readProfileName(profile: unknown): string | null {
  return typeof profile === 'object' && profile !== null && 'name' in profile ? readName(profile.name) : null;
}

function readName(name: unknown): string | null {
  return typeof name === 'string' && name.trim() !== '' ? name : null;
}
