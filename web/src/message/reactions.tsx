import type { SkinTone } from '../../../shared/emoji/skin-tone.ts';
import type { Reaction } from '../../../shared/message.ts';
import { cx } from '../design/cx.ts';
import { useNames } from '../people/people-context.tsx';
import { personNameOf } from '../people/naming.ts';
import { Emoji } from './emoji.tsx';
import styles from './reactions.module.css';

/** The emoji under a message, with how many people chose each. */
export function Reactions({ reactions }: { reactions: readonly Reaction[] }) {
  const { self } = useNames();
  return (
    <ul className={styles.reactions} aria-label="Reactions">
      {reactions.map((reaction) => (
        <li key={reaction.name} className={cx(styles.reaction, reaction.users.includes(self) && styles.own)}>
          <ReactionContent reaction={reaction} />
        </li>
      ))}
    </ul>
  );
}

function ReactionContent({ reaction }: { reaction: Reaction }) {
  const { users } = useNames();
  const [name = reaction.name, tone] = reaction.name.split('::');
  const skinTone = /^skin-tone-([2-6])$/.exec(tone ?? '')?.[1];
  const named = reaction.users.slice(0, 12).map((id) => personNameOf(users.get(id), id));
  const rest = reaction.count - named.length;
  const who = rest > 0 ? [...named, `${rest} more`] : named;
  return (
    <span className={styles.content} data-tip={`${who.join(', ')} · :${name}:`}>
      <Emoji name={name} skinTone={toSkinTone(skinTone)} />
      <span className={styles.count}>{reaction.count}</span>
      <span className="visually-hidden">{`by ${who.join(', ')}`}</span>
    </span>
  );
}

const skinTones: readonly SkinTone[] = [2, 3, 4, 5, 6];

function toSkinTone(digit: string | undefined): SkinTone | null {
  return skinTones.find((tone) => String(tone) === digit) ?? null;
}
