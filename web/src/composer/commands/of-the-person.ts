import { plainTextOf } from '../../message/plain.ts';
import { formatMoment } from '../../message/time.ts';
import { composerText } from '../text.ts';
import type { Command } from './command.ts';
import { pauseLength } from './pause-length.ts';
import { isForOthers, splitReminder } from './split-reminder.ts';
import { splitStatus } from './split-status.ts';
import { scheduleText } from '../../schedule/text.ts';
import { whenOf } from '../../schedule/when-of.ts';

type Run = Command['run'];

const done = (said: string | null) => ({ kind: 'done', said }) as const;

/** `/remind me to call Ada tomorrow at 9`. Without a time that can be understood the dialog asks for one. */
export const remind: Run = async (rest, { workspace, names }) => {
  // Whoever names themselves means themselves.
  const said = plainTextOf(rest.startsWith(`<@${names.self}>`) ? rest.replace(/^<[^>]*>/, 'me') : rest, names);
  if (isForOthers(said)) return { kind: 'refused', why: composerText().remindersAreForOneself };
  const { text, time } = splitReminder(said);
  if (text === '' || time === '') return { kind: 'remind', text };
  const { reminder } = await workspace.api.reminders.add({ text, time });
  return done(scheduleText().reminderAdded(text, whenOf(reminder)));
};

/** `/dnd 30 minutes`, `/dnd until 17:00`, `/dnd off`; without a word half an hour, or the end of a pause. */
export const dnd: Run = async (rest, { workspace, names }) => {
  const t = composerText();
  const isOff = rest === '' && workspace.session.get().dnd.snooze_enabled;
  const length = isOff ? 'off' : pauseLength(plainTextOf(rest, names));
  if (length === null) return { kind: 'refused', why: t.cannotReadTime };
  await workspace.snooze(length === 'off' ? 0 : length.minutes);
  if (length === 'off') return done(t.unpaused);
  return done(t.paused(formatMoment(new Date(Date.now() + length.minutes * 60_000))));
};

/** `/status :palm_tree: On holiday`, `/status clear` */
export const status: Run = async (rest, { workspace, names }) => {
  const t = composerText();
  const { emoji, text } = await splitStatus(plainTextOf(rest, names));
  const isClearing = emoji === '' && /^(clear|off|none)$/i.test(text);
  await workspace.setStatus(isClearing ? null : { emoji: emoji || ':speech_balloon:', text, until: 0 });
  return done(isClearing ? t.statusCleared : t.statusSet);
};

export const away: Run = async (_, { workspace }) => {
  await workspace.setPresence('away');
  return done(composerText().nowAway);
};

export const active: Run = async (_, { workspace }) => {
  await workspace.setPresence('auto');
  return done(composerText().nowActive);
};
