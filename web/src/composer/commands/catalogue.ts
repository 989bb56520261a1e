import { composerText } from '../text.ts';
import type { Command } from './command.ts';
import { invite, leave, me, message, mute, shrug, topic } from './in-conversation.ts';
import { active, away, dnd, remind, status } from './of-the-person.ts';

/** Every command, in the order in which they are offered. */
export function commands(): readonly Command[] {
  const t = composerText();
  const takes = t.commandArguments;
  const anywhere = { isForThreads: true, isForDirect: true };
  const inHistory = { isForThreads: false, isForDirect: true };
  const ofChannels = { isForThreads: true, isForDirect: false };
  return [
    { name: 'me', takes: takes.text, does: t.commandMe, needsWords: true, run: me, ...inHistory },
    { name: 'remind', takes: takes.reminder, does: t.commandRemind, run: remind, ...anywhere },
    { name: 'dnd', aliases: ['snooze'], takes: takes.pause, does: t.commandDnd, run: dnd, ...anywhere },
    { name: 'status', takes: takes.status, does: t.commandStatus, needsWords: true, run: status, ...anywhere },
    { name: 'away', takes: '', does: t.commandAway, run: away, ...anywhere },
    { name: 'active', takes: '', does: t.commandActive, run: active, ...anywhere },
    { name: 'topic', takes: takes.topic, does: t.commandTopic, needsWords: true, run: topic, ...ofChannels },
    { name: 'invite', takes: takes.people, does: t.commandInvite, needsWords: true, run: invite, ...ofChannels },
    { name: 'leave', aliases: ['part', 'close'], takes: '', does: t.commandLeave, run: leave, ...ofChannels },
    { name: 'mute', aliases: ['unmute'], takes: '', does: t.commandMute, run: mute, ...anywhere },
    {
      name: 'msg',
      aliases: ['dm'],
      takes: takes.message,
      does: t.commandMsg,
      needsWords: true,
      run: message,
      ...anywhere,
    },
    { name: 'shrug', takes: takes.optionalText, does: t.commandShrug, run: shrug, ...anywhere },
  ];
}
