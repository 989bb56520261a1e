import { useEffect, useRef, useState } from 'react';
import { authorOf } from '../message/author.ts';
import { isSystemMessage } from '../message/kinds.ts';
import { excerptOf } from '../message/plain.ts';
import { useNames } from '../people/people-context.tsx';
import { personNameOf } from '../people/naming.ts';
import type { ListedMessage } from './rows.ts';
import { channelText } from './text.ts';

/** Reads out what others post while the channel is open. The list itself is silent: scrolling it adds rows, too. */
export default function Announcer({ listed, self }: { listed: readonly ListedMessage[]; self: string }) {
  const names = useNames();
  const [text, setText] = useState('');
  const newest = listed.findLast((item) => item.delivery === 'sent')?.message ?? null;
  const known = useRef(newest?.ts ?? null);

  useEffect(() => {
    if (!newest || newest.ts === known.current) return;
    const isNew = known.current !== null && newest.ts > known.current;
    known.current = newest.ts;
    if (!isNew || newest.user === self || isSystemMessage(newest)) return;
    const author = authorOf(newest);
    const name = author.name ?? personNameOf(names.users.get(author.id), author.id);
    setText(channelText().announced(name, excerptOf(newest.text, names)));
  }, [newest, names, self]);

  return (
    <div className="visually-hidden" aria-live="polite">
      {text}
    </div>
  );
}
