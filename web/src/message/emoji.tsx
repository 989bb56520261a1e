import { useEffect } from 'react';
import type { SkinTone } from '../../../shared/emoji/skin-tone.ts';
import { useStore } from '../app/use-store.ts';
import { resolveEmoji } from '../emoji/custom-emoji.ts';
import { useNames } from '../people/people-context.tsx';
import { useEmojiTable } from './emoji-table.ts';
import styles from './emoji.module.css';

interface EmojiProps {
  /** Without colons. */
  name: string;
  skinTone?: SkinTone | null;
  /** Where something around it says the same. */
  isSilent?: boolean;
}

/** An emoji by its name: the workspace's own, or a standard one; an unknown one is its source. */
export function Emoji({ name, skinTone = null, isSilent = false }: EmojiProps) {
  const custom = useStore(useNames().emoji);
  const resolved = custom.size === 0 ? { name } : resolveEmoji(name, custom);
  const tip = isSilent ? undefined : `:${name}:`;
  if ('url' in resolved) {
    return (
      <img
        className={styles.picture}
        src={resolved.url}
        alt={isSilent ? '' : `:${name}:`}
        data-tip={tip}
        decoding="async"
        draggable={false}
      />
    );
  }
  return <StandardEmoji name={resolved.name} shownName={name} skinTone={skinTone} isSilent={isSilent} />;
}

/** Takes up its place before the table has come. */
function StandardEmoji(props: { name: string; shownName: string; skinTone: SkinTone | null; isSilent: boolean }) {
  const { name, shownName, skinTone, isSilent } = props;
  const table = useEmojiTable();
  const role = isSilent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': shownName };
  if (!table) return <span className={styles.emoji} {...role} />;
  const sign = table.emojiFor(name, skinTone ?? undefined);
  if (sign === null) return <UnknownEmoji name={shownName} />;
  return (
    <span className={styles.emoji} {...role} data-tip={isSilent ? undefined : `:${shownName}:`}>
      {sign}
    </span>
  );
}

/** Nothing that we know of; somebody may have added it since. */
function UnknownEmoji({ name }: { name: string }) {
  const { lookAgain } = useNames();
  useEffect(() => lookAgain('emoji'), [lookAgain]);
  return <>{`:${name}:`}</>;
}
