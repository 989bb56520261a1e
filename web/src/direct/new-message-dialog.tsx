import { useState } from 'react';
import type { Workspace } from '../../../client/workspace.ts';
import { maxGroupSize } from '../../../shared/channel.ts';
import { navigate } from '../app/navigation.ts';
import { useAction } from '../app/use-action.ts';
import { useStore } from '../app/use-store.ts';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { PeoplePicker } from '../people/people-picker.tsx';
import footer from '../people/people-dialog.module.css';
import { findPartners } from './find-partners.ts';
import { directText } from './text.ts';

interface NewMessageDialogProps {
  workspace: Workspace;
  onClose: () => void;
}

/** Chooses whom to write to, one or up to eight, oneself too, and opens the conversation with them. */
export default function NewMessageDialog({ workspace, onClose }: NewMessageDialogProps) {
  const t = directText();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  useStore(workspace.users.store);
  const open = useAction(async () => {
    const channelId = await workspace.openDirect(chosen);
    onClose();
    navigate({ kind: 'channel', workspaceId: workspace.id, channelId, ts: null, threadTs: null });
  });
  return (
    <Dialog title={t.newMessage} size="large" onClose={onClose}>
      <PeoplePicker
        label={t.to}
        chosen={chosen}
        // The group counts the person who writes.
        most={maxGroupSize - 1}
        find={(query) => findPartners(workspace, query)}
        noteOn={({ id }) => (id === workspace.self ? t.notesToSelf : null)}
        onChange={setChosen}
        onDone={() => open.run()}
      />
      <footer className={footer.footer}>
        <span className={footer.chosen}>
          <ErrorNote>{open.error}</ErrorNote>
        </span>
        <Button onClick={onClose}>{t.cancel}</Button>
        <Button kind="primary" busy={open.isBusy} disabled={chosen.length === 0} onClick={() => open.run()}>
          {t.open}
        </Button>
      </footer>
    </Dialog>
  );
}
