import { type FormEvent, useState } from 'react';
import type { Workspace } from '../../../client/workspace.ts';
import type { DialogRequest } from '../app/dialog-request.ts';
import { useAction } from '../app/use-action.ts';
import { Button } from '../design/button.tsx';
import { Dialog, DialogActions, DialogBody } from '../design/dialog.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { TextField } from '../design/text-field.tsx';
import { sidebarText } from './text.ts';

interface SectionDialogProps {
  workspace: Workspace;
  request: Extract<DialogRequest, { kind: 'create-section' | 'rename-section' }>;
  onClose: () => void;
}

/** Makes a section of the sidebar, with a conversation in it perhaps, or gives one another name. */
export function SectionDialog({ workspace, request, onClose }: SectionDialogProps) {
  const t = sidebarText();
  const isNew = request.kind === 'create-section';
  const [name, setName] = useState(isNew ? '' : request.name);
  const save = useAction(async () => {
    if (isNew) {
      const section = await workspace.sections.create(name.trim());
      if (request.channelId !== null) await workspace.sections.place(request.channelId, section.id);
    } else await workspace.sections.update(request.sectionId, { name: name.trim() });
    onClose();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') save.run();
  };
  return (
    <Dialog title={isNew ? t.createSectionTitle : t.renameSectionTitle} size="small" onClose={onClose}>
      <form onSubmit={submit}>
        <DialogBody>
          <TextField
            label={t.sectionName}
            placeholder={t.sectionPlaceholder}
            maxLength={80}
            autoFocus
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <ErrorNote>{save.error}</ErrorNote>
          <DialogActions>
            <Button onClick={onClose}>{t.cancel}</Button>
            <Button kind="primary" type="submit" busy={save.isBusy} disabled={name.trim() === ''}>
              {isNew ? t.create : t.save}
            </Button>
          </DialogActions>
        </DialogBody>
      </form>
    </Dialog>
  );
}
