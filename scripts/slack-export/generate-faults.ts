import { dateOfDay, record, tsInDay, type History } from './generate-history.ts';
import type { RawMessage } from './generate-messages.ts';
import type { Truth } from './truth.ts';

/** Nobody lists this person: somebody of another workspace, in a shared channel. */
const stranger = 'U0STRANGER';

/**
 * Puts into the channel's first day everything that goes wrong with one message, and notes in `truth` what is to come out.
 * Returns the day's entries, some of which are not messages.
 */
export function addFaultyMessages(history: History, folder: string, user: string, truth: Truth): unknown[] {
  const where = `${folder}/${dateOfDay(0)}.json`;
  const name = (code: Truth['problems'][number]['code'], ts?: string) =>
    truth.problems.push({ code, where, ...(ts === undefined ? {} : { ts }) });
  const text = (ts: string, words: string): RawMessage => ({ type: 'message', user, text: words, ts });
  // After every generated message: those leave the last half of a slot free.
  const at = (index: number) => tsInDay(0, 0.9999, index);

  const fromStranger: RawMessage = { ...text(at(1), 'hello from outside'), user: stranger, user_team: 'T0OTHER' };
  fromStranger['user_profile'] = { name: 'sam', real_name: 'Sam Stranger', display_name: 'sam', image_72: '' };
  const missingRoot = tsInDay(-30, 0.5, 7);
  const orphan: RawMessage = { ...text(at(2), 'a late answer'), thread_ts: missingRoot, parent_user_id: user };
  const tombstone: RawMessage = { ...text(at(3), 'This message was deleted.'), subtype: 'tombstone', hidden: true };
  Object.assign(tombstone, { user: 'USLACKBOT', thread_ts: at(3), reply_count: 1, replies: [{ user, ts: at(4) }] });
  const reply: RawMessage = { ...text(at(4), 'to what is gone'), thread_ts: at(3), parent_user_id: 'USLACKBOT' };
  const original = text(at(5), 'twice');
  const nameless: RawMessage = { type: 'message', ts: at(6), text: 'from nobody' };
  const good = [fromStranger, orphan, tombstone, reply, original, nameless];
  for (const message of good) record(history.truth, 'text', message);
  truth.unknownUsers.push(stranger);
  name('unknown_user', at(1));
  name('missing_root', at(2));
  name('no_sender', at(6));

  const otherWords = text(at(5), 'twice, but not the same');
  const badTs = text('yesterday', 'when?');
  const futureTs = text('9999999999.000000', 'soon');
  const log = { type: 'message', subtype: 'message_changed', hidden: true, ts: at(7), message: original };
  name('conflicting_duplicate', at(5));
  name('bad_ts', 'yesterday');
  name('future_ts', '9999999999.000000');
  name('log_record', at(7));
  name('not_an_object');
  return [
    ...(history.days.get(dateOfDay(0)) ?? []),
    ...good,
    original,
    otherWords,
    badTs,
    futureTs,
    log,
    'not a message',
  ];
}
