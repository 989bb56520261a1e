import SmilePlus from 'lucide-react/icons/smile-plus';
import X from 'lucide-react/icons/x';
import { type FormEvent, lazy, Suspense, useRef, useState } from 'react';
import type { User } from '../../../shared/user.ts';
import { tell } from '../app/toasts.ts';
import { useAction } from '../app/use-action.ts';
import { useNow } from '../app/use-now.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { Button } from '../design/button.tsx';
import { Dialog, DialogActions, DialogBody } from '../design/dialog.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { IconButton } from '../design/icon-button.tsx';
import { SelectField } from '../design/select-field.tsx';
import { splitReactionName } from '../emoji/custom-emoji.ts';
import { Emoji } from '../message/emoji.tsx';
import { usePerson } from '../people/people-context.tsx';
import { currentStatus } from '../people/status.ts';
import { toLocalTime } from '../saved/due-choices.ts';
import { WhenField } from '../schedule/when-field.tsx';
import { momentOf, type StatusEnd, statusEnds } from './moments.ts';
import { statusPresets } from './presets.ts';
import styles from './status-dialog.module.css';
import { statusText } from './text.ts';

const EmojiPopover = lazy(() => import('../emoji/emoji-popover.tsx'));

const mostLetters = 100;
const defaultEmoji = 'speech_balloon';

/** What one says of oneself: an emoji, a few words, and until when. */
export default function StatusDialog({ onClose }: { onClose: () => void }) {
  const person = usePerson(useWorkspace().self);
  return person ? <Form person={person} onClose={onClose} /> : null;
}

function Form({ person, onClose }: { person: User; onClose: () => void }) {
  const t = statusText();
  const workspace = useWorkspace();
  const now = useNow();
  const before = currentStatus(person.profile, now / 1000);
  const [emoji, setEmoji] = useState(before?.emoji ?? '');
  const [text, setText] = useState(before?.text ?? '');
  const [end, setEnd] = useState<StatusEnd>(before === null ? 'today' : before.until > 0 ? 'custom' : 'never');
  const [moment, setMoment] = useState(() =>
    toLocalTime(before && before.until > 0 ? new Date(before.until * 1000) : new Date(Date.now() + 3_600_000)),
  );
  const [isPicking, setPicking] = useState(false);
  const emojiButton = useRef<HTMLButtonElement>(null);
  const isEmpty = emoji === '' && text.trim() === '';
  const customUntil = Math.floor(new Date(moment).getTime() / 1000);
  const isPast = end === 'custom' && !(customUntil > now / 1000);

  const set = useAction(async () => {
    if (isEmpty) await workspace.setStatus(null);
    else {
      const until = end === 'custom' ? customUntil : momentOf(end, new Date());
      // Words alone get an emoji too: it is what stands beside a name.
      await workspace.setStatus({ emoji: `:${emoji || defaultEmoji}:`, text: text.trim(), until });
    }
    await workspace.users.reload(workspace.self);
    tell(isEmpty ? t.cleared : t.saved);
    onClose();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPast || isEmpty) set.run();
  };
  return (
    <Dialog title={t.title} onClose={onClose}>
      <form onSubmit={submit}>
        <DialogBody>
          <div className={styles.field}>
            <button
              ref={emojiButton}
              type="button"
              className={styles.emoji}
              aria-label={emoji === '' ? t.chooseEmoji : `${t.emoji}: ${emoji}`}
              aria-haspopup="dialog"
              onClick={() => setPicking(true)}
            >
              {emoji === '' ? <SmilePlus size={18} /> : <Emoji {...splitReactionName(emoji)} isSilent />}
            </button>
            <input
              className={styles.text}
              aria-label={t.text}
              placeholder={t.placeholder}
              maxLength={mostLetters}
              autoFocus
              autoComplete="off"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
            {!isEmpty && (
              <IconButton
                size="small"
                label={t.clearText}
                onClick={() => {
                  setEmoji('');
                  setText('');
                }}
              >
                <X size={16} />
              </IconButton>
            )}
          </div>
          {isEmpty ? (
            <ul className={styles.presets} aria-label={t.presets}>
              {statusPresets().map((preset) => (
                <li key={preset.emoji}>
                  <button
                    type="button"
                    className={styles.preset}
                    onClick={() => {
                      setEmoji(preset.emoji);
                      setText(preset.text);
                      setEnd(preset.end);
                    }}
                  >
                    <Emoji name={preset.emoji} isSilent />
                    <span className={styles.presetText}>{preset.text}</span>
                    <span className={styles.presetEnd}>{endWords(preset.end)}</span>
                  </button>
                </li>
              ))}
            </ul>
          ) : (
            <SelectField
              label={t.until}
              value={end}
              choices={statusEnds.map((each) => ({ value: each, label: endWords(each) }))}
              onChoose={setEnd}
            />
          )}
          {!isEmpty && end === 'custom' && (
            <WhenField value={moment} error={isPast ? t.isPast : null} onChange={setMoment} />
          )}
          <ErrorNote>{set.error}</ErrorNote>
          <DialogActions>
            <Button onClick={onClose}>{t.cancel}</Button>
            <Button
              kind="primary"
              type="submit"
              busy={set.isBusy}
              disabled={(isEmpty && before === null) || (!isEmpty && isPast)}
            >
              {isEmpty && before ? t.clear : t.save}
            </Button>
          </DialogActions>
        </DialogBody>
      </form>
      {isPicking && emojiButton.current && (
        <Suspense>
          <EmojiPopover
            anchor={emojiButton.current}
            returnFocusTo={emojiButton.current}
            onPick={setEmoji}
            onClose={() => setPicking(false)}
          />
        </Suspense>
      )}
    </Dialog>
  );
}

function endWords(end: StatusEnd): string {
  const t = statusText();
  const words: Record<StatusEnd, string> = {
    never: t.never,
    minutes30: t.minutes(30),
    hour: t.hours(1),
    hours4: t.hours(4),
    today: t.today,
    week: t.week,
    custom: t.custom,
  };
  return words[end];
}
