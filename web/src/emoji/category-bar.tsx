import Activity from 'lucide-react/icons/volleyball';
import Clock from 'lucide-react/icons/clock';
import Flag from 'lucide-react/icons/flag';
import Hash from 'lucide-react/icons/hash';
import Leaf from 'lucide-react/icons/leaf';
import Lightbulb from 'lucide-react/icons/lightbulb';
import Pizza from 'lucide-react/icons/pizza';
import Plane from 'lucide-react/icons/plane';
import Smile from 'lucide-react/icons/smile';
import Sparkles from 'lucide-react/icons/sparkles';
import User from 'lucide-react/icons/user-round';
import styles from './category-bar.module.css';
import type { PickerRow } from './picker-rows.ts';
import { type EmojiCategoryName, emojiText } from './text.ts';

const icons: Partial<Record<EmojiCategoryName, typeof Clock>> = {
  frequent: Clock,
  custom: Sparkles,
  'smileys-emotion': Smile,
  'people-body': User,
  'animals-nature': Leaf,
  'food-drink': Pizza,
  'travel-places': Plane,
  activities: Activity,
  objects: Lightbulb,
  symbols: Hash,
  flags: Flag,
};

interface CategoryBarProps {
  rows: readonly PickerRow<EmojiCategoryName | 'results'>[];
  /** The one at the top of the list. */
  current: EmojiCategoryName | 'results';
  onChoose: (row: number) => void;
}

/** Leads to the picker's categories. */
export function CategoryBar({ rows, current, onChoose }: CategoryBarProps) {
  const t = emojiText();
  return (
    <div className={styles.bar} role="toolbar" aria-label={t.categories}>
      {rows.map((row, index) => {
        if (row.kind !== 'title' || row.section === 'results') return null;
        const Icon = icons[row.section] ?? Smile;
        return (
          <button
            key={row.section}
            type="button"
            className={styles.button}
            aria-label={t.category[row.section]}
            aria-pressed={row.section === current}
            data-tip={t.category[row.section]}
            onClick={() => onChoose(index)}
          >
            <Icon size={17} />
          </button>
        );
      })}
    </div>
  );
}
