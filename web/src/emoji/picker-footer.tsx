import { useState } from 'react';
import { sentenceFor } from '../app/error-sentences.ts';
import { tell } from '../app/toasts.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { skinTones } from './custom-emoji.ts';
import { EmojiLook } from './emoji-look.tsx';
import styles from './picker-footer.module.css';
import type { PickerEmoji } from './picker-rows.ts';
import { emojiText } from './text.ts';

const hand: PickerEmoji = { name: 'raised_hand', look: { sign: '✋', hasSkinTones: true } };
const tones = [null, ...skinTones];

/** What the emoji under the pointer is called, and the skin tone for those that have one. */
export function PickerFooter({ emoji, tone }: { emoji: PickerEmoji | null; tone: number | null }) {
  const t = emojiText();
  const workspace = useWorkspace();
  const [isChoosing, setChoosing] = useState(false);
  const nameOf = (choice: (typeof tones)[number]) => t.skinTones[choice ?? 'none'];
  const choose = (skinTone: number | null) => {
    setChoosing(false);
    workspace
      .setPreferences({ skin_tone: skinTone })
      .catch((error: unknown) => tell(sentenceFor(error), { isError: true }));
  };

  return (
    <footer className={styles.footer}>
      {isChoosing ? (
        <div className={styles.tones} role="radiogroup" aria-label={t.skinTone}>
          {tones.map((choice) => (
            <button
              key={choice}
              type="button"
              className={styles.tone}
              role="radio"
              aria-checked={choice === tone}
              aria-label={nameOf(choice)}
              data-tip={nameOf(choice)}
              autoFocus={choice === tone}
              onClick={() => choose(choice)}
            >
              <EmojiLook emoji={hand} tone={choice} />
            </button>
          ))}
        </div>
      ) : (
        <>
          {emoji ? (
            <span className={styles.preview}>
              <span className={styles.large}>
                <EmojiLook emoji={emoji} tone={tone} />
              </span>
              <span className={styles.name}>:{emoji.name}:</span>
            </span>
          ) : (
            <span className={styles.hint}>{t.hint}</span>
          )}
          <button
            type="button"
            className={styles.tone}
            aria-label={t.skinTone}
            data-tip={t.skinTone}
            onClick={() => setChoosing(true)}
          >
            <EmojiLook emoji={hand} tone={tone} />
          </button>
        </>
      )}
    </footer>
  );
}
