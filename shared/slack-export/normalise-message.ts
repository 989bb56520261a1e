import { UserId } from '../ids.ts';
import { maxNamedRepliers, Message } from '../message.ts';
import { compareTs, Ts } from '../timestamps.ts';
import { isObject, keepValidFields, type Fields } from './fields.ts';
import { normaliseFiles } from './normalise-files.ts';
import { normaliseReactions } from './normalise-reactions.ts';
import { quote, type Report } from './problems.ts';

/**
 * Fields that are not the message's own: they follow from the replies, repeat the users' list, or say what the person
 * who exported had read, starred or subscribed to.
 */
const foreignFields = ['replies', 'user_profile', 'last_read', 'subscribed', 'unread_count', 'is_starred'];

/**
 * One message of an export, today's or old, in the shape of `Message`; `raw.ts` has been checked. Fields that we do not
 * know are kept. What cannot be kept is reported.
 */
export function normaliseMessage(raw: Fields, report: Report): Fields {
  const source: Fields = { ...raw, type: 'message', files: normaliseFiles(raw, report) };
  for (const field of [...foreignFields, 'file']) delete source[field];
  for (const field of ['blocks', 'attachments']) source[field] = objectsOf(field, raw[field], report);
  source['edited'] = editOf(raw);
  source['reactions'] = normaliseReactions(raw['reactions'], report);
  if (Array.isArray(raw['reply_users'])) source['reply_users'] = raw['reply_users'].slice(0, maxNamedRepliers);
  if (raw['text'] === null || raw['text'] === undefined) source['text'] = '';

  const { kept, bad } = keepValidFields(Message.shape, source);
  for (const field of bad) report('bad_field', `${field} is not of a known form: ${quote(raw[field])}.`);
  // Message asks for a text, also where it was of a wrong form.
  kept['text'] ??= '';
  checkThread(kept, report);
  setSender(kept, raw, report);
  return kept;
}

/** The entries that are objects; undefined where there are none. */
function objectsOf(field: string, value: unknown, report: Report): unknown {
  if (!Array.isArray(value)) return value;
  const objects = value.filter(isObject);
  if (objects.length < value.length) report('bad_field', `${field} has entries that are not objects.`);
  return objects.length > 0 ? objects : undefined;
}

/** Bots' edits come without a user; then it was the sender. */
function editOf({ edited, user, bot_id: bot }: Fields): unknown {
  if (!isObject(edited)) return edited;
  return { user: edited['user'] ?? user ?? bot, ts: edited['ts'] };
}

function checkThread(message: Fields, report: Report): void {
  const root = Ts.safeParse(message['thread_ts']);
  const ts = Ts.safeParse(message['ts']);
  if (!root.success || !ts.success || compareTs(root.data, ts.data) <= 0) return;
  report('bad_field', `thread_ts is later than the message: ${root.data}.`);
  delete message['thread_ts'];
}

/**
 * Who says it. A comment on a file has its author inside; a bot may have no user, and its name only in `bot_profile`; some
 * old messages have a bot's id for a user.
 */
function setSender(message: Fields, raw: Fields, report: Report): void {
  const { comment, bot_profile: profile } = raw;
  if (!message['user'] && isObject(comment) && typeof comment['user'] === 'string') message['user'] = comment['user'];
  const user = message['user'];
  if (typeof user === 'string' && !UserId.safeParse(user).success) {
    delete message['user'];
    if (/^B[A-Z0-9]+$/.test(user)) message['bot_id'] ??= user;
    else if (user !== '') {
      report('no_sender', `${quote(user)} is not a user's id.`);
      message['username'] ||= user;
      return;
    }
  }
  // An old upload repeats its sender there, as a mention.
  if (typeof message['username'] === 'string' && /^(<@|$)/.test(message['username'])) delete message['username'];
  if (message['user'] || message['username']) return;
  if (isObject(profile) && typeof profile['name'] === 'string') message['username'] = profile['name'];
  else if (!message['bot_id']) report('no_sender', 'The message does not say who sent it.');
}
