import { type FormEvent, lazy, Suspense, useRef, useState } from 'react';
import type { Workspace } from '../../../client/workspace.ts';
import { tell } from '../app/toasts.ts';
import { useAction } from '../app/use-action.ts';
import { Button } from '../design/button.tsx';
import { Dialog, DialogActions, DialogBody } from '../design/dialog.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { TextField } from '../design/text-field.tsx';
import { splitReactionName } from '../emoji/custom-emoji.ts';
import { Emoji } from '../message/emoji.tsx';
import styles from './add-emoji-dialog.module.css';
import { emojiNameOf } from './emoji-name.ts';
import { type EmojiPicture, readPicture } from './emoji-picture.ts';
import { PictureField } from './picture-field.tsx';
import { adminText } from './text.ts';

const EmojiPopover = lazy(() => import('../emoji/emoji-popover.tsx'));

interface AddEmojiDialogProps {
  workspace: Workspace;
  onClose: () => void;
}

/** Adds an emoji: a picture, or another name for one that there is. */
export function AddEmojiDialog({ workspace, onClose }: AddEmojiDialogProps) {
  const t = adminText().emoji;
  const [kind, setKind] = useState<'data' | 'alias'>('data');
  const [picture, setPicture] = useState<EmojiPicture | null>(null);
  const [pictureError, setPictureError] = useState<string | null>(null);
  const [target, setTarget] = useState<string | null>(null);
  const [name, setName] = useState('');
  const isReady = name !== '' && (kind === 'data' ? picture !== null : target !== null);

  const choose = (file: File) =>
    void readPicture(file).then(
      (read) => {
        setPicture(read);
        setPictureError(null);
        setName((before) => before || emojiNameOf(file.name.replace(/\.[^.]*$/, '')));
      },
      () => setPictureError(t.notAPicture),
    );
  const add = useAction(async () => {
    if (kind === 'data' && picture) await workspace.api.emoji.add({ name, mode: 'data', image: picture.image });
    if (kind === 'alias' && target) await workspace.api.emoji.add({ name, mode: 'alias', alias_for: target });
    await workspace.reloadList('emoji');
    tell(t.added(name));
    onClose();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) add.run();
  };
  return (
    <Dialog title={t.addTitle} onClose={onClose}>
      <form onSubmit={submit}>
        <DialogBody>
          <div className={styles.kinds} role="radiogroup" aria-label={t.kind}>
            {(['data', 'alias'] as const).map((each) => (
              <label key={each} className={styles.kind}>
                <input type="radio" name="kind" checked={kind === each} onChange={() => setKind(each)} />
                {each === 'data' ? t.picture : t.alias}
              </label>
            ))}
          </div>
          {kind === 'data' ? (
            <PictureField picture={picture} error={pictureError} onFile={choose} />
          ) : (
            <TargetField target={target} onChoose={setTarget} />
          )}
          <TextField
            label={t.name}
            prefix=":"
            placeholder={t.namePlaceholder}
            hint={t.nameHint}
            maxLength={100}
            autoComplete="off"
            spellCheck={false}
            value={name}
            onChange={(event) => setName(emojiNameOf(event.target.value))}
          />
          <ErrorNote>{add.error}</ErrorNote>
          <DialogActions>
            <Button onClick={onClose}>{adminText().cancel}</Button>
            <Button kind="primary" type="submit" busy={add.isBusy} disabled={!isReady}>
              {t.add}
            </Button>
          </DialogActions>
        </DialogBody>
      </form>
    </Dialog>
  );
}

function TargetField({ target, onChoose }: { target: string | null; onChoose: (name: string) => void }) {
  const t = adminText().emoji;
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.target}>
      <Button ref={button} aria-haspopup="dialog" aria-expanded={isOpen} onClick={() => setOpen(true)}>
        {target === null ? (
          t.chooseEmoji
        ) : (
          <>
            <Emoji name={target} isSilent /> :{target}:
          </>
        )}
      </Button>
      {isOpen && button.current && (
        <Suspense>
          <EmojiPopover
            anchor={button.current}
            returnFocusTo={button.current}
            // A name stands for the emoji whatever the tone.
            onPick={(name) => onChoose(splitReactionName(name).name)}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </div>
  );
}
