import { type RefObject, useState } from 'react';
import { findMentions } from '../../../shared/mrkdwn/mentions.ts';
import { sentenceFor } from '../app/error-sentences.ts';
import { navigate } from '../app/navigation.ts';
import { tell } from '../app/toasts.ts';
import { formatMoment } from '../message/time.ts';
import type { CommandOutcome, CommandPlace } from './commands/command.ts';
import { parseCommand } from './commands/parse-command.ts';
import { runCommand } from './commands/run-command.ts';
import type { EditorHandle } from './editor.tsx';
import { withEmoji } from './emoticons.ts';
import { asksBeforeCalling, type CalledRange } from './everybody.ts';
import { composerText } from './text.ts';

/** What stands between writing and sending, or follows from a command. */
export type Question =
  | { kind: 'everybody'; range: CalledRange; goOn: () => void }
  /** When to be reminded of it. */
  | { kind: 'reminder'; text: string };

interface SendingOptions {
  place: CommandPlace;
  broadcast: boolean;
  editor: RefObject<EditorHandle | null>;
  /** Whether the message was taken. */
  onSend: (mrkdwn: string) => boolean;
  /** What was written is gone from the composer. */
  onCleared: () => void;
}

/** From what was written to what becomes of it: a message now, a message later, a command; a question before some. */
export function useSending({ place, broadcast, editor, onSend, onCleared }: SendingOptions) {
  const { workspace, handle, threadTs } = place;
  const [question, setQuestion] = useState<Question | null>(null);
  const fail = (error: unknown) => tell(sentenceFor(error), { isError: true });

  const clear = () => {
    editor.current?.clear();
    onCleared();
    editor.current?.focus();
  };
  const send = (mrkdwn: string) => {
    if (onSend(withEmoji(mrkdwn))) clear();
  };
  const schedule = async (mrkdwn: string, at: number) => {
    await workspace.api.chat.scheduleMessage({
      channel: handle.id,
      text: withEmoji(mrkdwn),
      post_at: at,
      ...(threadTs !== null && { thread_ts: threadTs, reply_broadcast: broadcast }),
    });
    clear();
    tell(composerText().scheduled(formatMoment(new Date(at * 1000))));
  };

  /** Asks before everybody is called. In a thread nobody is, unless the reply goes to the channel too. */
  const withCare = (mrkdwn: string, goOn: () => void) => {
    const isInHistory = threadTs === null || broadcast;
    const memberCount = handle.store.get().info?.memberCount ?? 0;
    const range = asksBeforeCalling(findMentions(mrkdwn), isInHistory ? memberCount : 0);
    if (range === null) goOn();
    else setQuestion({ kind: 'everybody', range, goOn });
  };

  const takeOutcome = (outcome: CommandOutcome, mrkdwn: string) => {
    if (outcome.kind === 'refused') return tell(outcome.why, { isError: true });
    if (outcome.kind === 'send') return send(outcome.mrkdwn);
    // Whoever has written something else meanwhile keeps it.
    if (editor.current?.content().mrkdwn === mrkdwn) clear();
    if (outcome.kind === 'remind') setQuestion({ kind: 'reminder', text: outcome.text });
    else if (outcome.kind === 'left') goTo(workspace.id, outcome.channelId);
    else if (outcome.said !== null) tell(outcome.said);
  };

  return {
    question,
    submit(mrkdwn: string) {
      const command = parseCommand(mrkdwn);
      if (command === null) withCare(mrkdwn, () => send(mrkdwn));
      else runCommand(command, place).then((outcome) => takeOutcome(outcome, mrkdwn), fail);
    },
    /** `at` in seconds since 1970. */
    sendLater(at: number) {
      const mrkdwn = editor.current?.content().mrkdwn ?? '';
      withCare(mrkdwn, () => void schedule(mrkdwn, at).catch(fail));
    },
    answer(goOn?: () => void) {
      setQuestion(null);
      goOn?.();
      editor.current?.focus();
    },
  };
}

function goTo(workspaceId: string, channelId: string | null): void {
  if (channelId === null) navigate({ kind: 'workspace', workspaceId });
  else navigate({ kind: 'channel', workspaceId, channelId, ts: null, threadTs: null });
}
