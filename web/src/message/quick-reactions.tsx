import type { Message } from '../../../shared/message.ts';
import { useStore } from '../app/use-store.ts';
import { splitReactionName, withTone } from '../emoji/custom-emoji.ts';
import { useNames } from '../people/people-context.tsx';
import { hasReacted } from './actions.ts';
import { Emoji } from './emoji.tsx';
import { useEmojiTable } from './emoji-table.ts';
import { messageActionsText } from './actions-text.ts';

interface QuickReactionsProps {
  names: readonly string[];
  message: Message;
  self: string;
  className: string | undefined;
  onReact: (name: string) => void;
}

/** The emoji that the person uses most, to react with one press. */
export function QuickReactions({ names, message, self, className, onReact }: QuickReactionsProps) {
  const t = messageActionsText();
  const table = useEmojiTable();
  const { skin_tone: tone } = useStore(useNames().preferences);
  return names.map((name) => {
    const reaction = table?.hasSkinTones(name) ? withTone(name, tone) : name;
    return (
      <button
        key={name}
        type="button"
        className={className}
        aria-label={t.reactWith(name)}
        aria-pressed={hasReacted(message, reaction, self)}
        data-tip={t.reactWith(name)}
        onClick={() => onReact(reaction)}
      >
        <Emoji {...splitReactionName(reaction)} isSilent />
      </button>
    );
  });
}
