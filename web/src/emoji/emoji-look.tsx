import { skinTones } from './custom-emoji.ts';
import { withSkinTone } from '../../../shared/emoji/skin-tone.ts';
import styles from './emoji-picker.module.css';
import type { PickerEmoji } from './picker-rows.ts';

/** An emoji of the picker as it looks in the person's skin tone. Decorative: its name stands beside it. */
export function EmojiLook({ emoji, tone }: { emoji: PickerEmoji; tone: number | null }) {
  const { look } = emoji;
  if ('url' in look) return <img className={styles.picture} src={look.url} alt="" loading="lazy" decoding="async" />;
  const skinTone = skinTones.find((each) => each === tone);
  return (
    <span className={styles.sign} aria-hidden="true">
      {skinTone !== undefined && look.hasSkinTones ? withSkinTone(look.sign, skinTone) : look.sign}
    </span>
  );
}
