import SmilePlus from 'lucide-react/icons/smile-plus';
import X from 'lucide-react/icons/x';
import { type FormEvent, lazy, Suspense, useState } from 'react';
import type { ChannelHandle } from '../../../client/channel/channel-handle.ts';
import type { Bookmark } from '../../../shared/channel.ts';
import { useAction } from '../app/use-action.ts';
import { Button } from '../design/button.tsx';
import { Dialog, DialogActions, DialogBody } from '../design/dialog.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { IconButton } from '../design/icon-button.tsx';
import { TextField } from '../design/text-field.tsx';
import { splitReactionName } from '../emoji/custom-emoji.ts';
import { Emoji } from '../message/emoji.tsx';
import styles from './bookmark-dialog.module.css';
import { readLink } from './read-link.ts';
import { pinsPanelText } from './panel-text.ts';

const EmojiPopover = lazy(() => import('../emoji/emoji-popover.tsx'));

interface BookmarkDialogProps {
  handle: ChannelHandle;
  /** Null for a new one. */
  bookmark: Bookmark | null;
  onClose: () => void;
}

/** Adds a link to the top of the channel, or changes or removes one. */
export default function BookmarkDialog({ handle, bookmark, onClose }: BookmarkDialogProps) {
  const t = pinsPanelText();
  const [link, setLink] = useState(bookmark?.link ?? '');
  const [title, setTitle] = useState(bookmark?.title ?? '');
  const [emoji, setEmoji] = useState(bookmark?.emoji.replace(/^:|:$/g, '') ?? '');
  const [isWrong, setWrong] = useState(false);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const url = readLink(link);
  const save = useAction(async () => {
    if (url === null) return;
    const text = { title: title.trim() || url, link: url, emoji: emoji === '' ? '' : `:${emoji}:` };
    await (bookmark ? handle.editBookmark(bookmark.id, text) : handle.addBookmark(text));
    onClose();
  });
  const remove = useAction(async () => {
    if (bookmark) await handle.removeBookmark(bookmark.id);
    onClose();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (url === null) setWrong(true);
    else save.run();
  };

  return (
    <Dialog title={bookmark ? t.editBookmark : t.addBookmark} onClose={onClose}>
      <form onSubmit={submit}>
        <DialogBody>
          <TextField
            label={t.link}
            type="text"
            inputMode="url"
            placeholder="https://"
            autoComplete="off"
            autoFocus
            required
            value={link}
            error={isWrong && url === null ? t.invalidLink : null}
            onChange={(event) => setLink(event.target.value)}
          />
          <div className={styles.line}>
            <Button
              className={styles.emoji}
              aria-label={emoji === '' ? t.chooseEmoji : `${t.emoji}: ${emoji}`}
              onClick={(event) => setAnchor(event.currentTarget)}
            >
              {emoji === '' ? <SmilePlus size={18} /> : <Emoji {...splitReactionName(emoji)} isSilent />}
            </Button>
            {emoji !== '' && (
              <IconButton label={t.removeEmoji} onClick={() => setEmoji('')}>
                <X size={16} />
              </IconButton>
            )}
            <TextField
              className={styles.title}
              label={t.title}
              hint={t.titleHint}
              maxLength={100}
              autoComplete="off"
              value={title}
              onChange={(event) => setTitle(event.target.value)}
            />
          </div>
          <ErrorNote>{save.error ?? remove.error}</ErrorNote>
          <DialogActions>
            {bookmark && (
              <Button kind="danger" className={styles.remove} busy={remove.isBusy} onClick={() => remove.run()}>
                {t.remove}
              </Button>
            )}
            <Button onClick={onClose}>{t.cancel}</Button>
            <Button kind="primary" type="submit" busy={save.isBusy} disabled={link.trim() === ''}>
              {bookmark ? t.save : t.add}
            </Button>
          </DialogActions>
        </DialogBody>
      </form>
      {anchor && (
        <Suspense>
          <EmojiPopover anchor={anchor} onPick={setEmoji} onClose={() => setAnchor(null)} />
        </Suspense>
      )}
    </Dialog>
  );
}
