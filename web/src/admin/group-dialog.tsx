import { type FormEvent, useState } from 'react';
import type { UserGroup } from '../../../client/api/workspace-answers.ts';
import type { Workspace } from '../../../client/workspace.ts';
import { useAction } from '../app/use-action.ts';
import { useStore } from '../app/use-store.ts';
import { normaliseChannelName } from '../directory/channel-name.ts';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { TextField } from '../design/text-field.tsx';
import { findPartners } from '../direct/find-partners.ts';
import footer from '../people/people-dialog.module.css';
import { PeoplePicker } from '../people/people-picker.tsx';
import styles from './group-dialog.module.css';
import { adminText } from './text.ts';

interface GroupDialogProps {
  workspace: Workspace;
  /** Null for a new one. */
  group: UserGroup | null;
  onClose: () => void;
}

const maxMembers = 1000;

/** Makes a user group, or changes its names and its people. */
export function GroupDialog({ workspace, group, onClose }: GroupDialogProps) {
  const t = adminText().groups;
  const [name, setName] = useState(group?.name ?? '');
  const [handle, setHandle] = useState(group?.handle ?? null);
  const [description, setDescription] = useState(group?.description ?? '');
  const [users, setUsers] = useState<readonly string[]>(group?.users ?? []);
  useStore(workspace.users.store);
  // The handle follows the name until somebody writes their own.
  const usedHandle = handle ?? normaliseChannelName(name);
  const isReady = name.trim() !== '' && usedHandle !== '' && users.length > 0;
  const save = useAction(async () => {
    const { usergroups } = workspace.api;
    const texts = { name: name.trim(), handle: usedHandle, description: description.trim() };
    const { usergroup } =
      group === null ? await usergroups.create(texts) : await usergroups.update({ usergroup: group.id, ...texts });
    await usergroups.users.update({ usergroup: usergroup.id, users: users.join(',') });
    await workspace.reloadList('groups');
    onClose();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) save.run();
  };
  return (
    <Dialog title={group === null ? t.createTitle : t.editTitle} size="large" onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <div className={styles.fields}>
          <TextField
            label={t.name}
            placeholder={t.namePlaceholder}
            maxLength={80}
            autoFocus
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <TextField
            label={t.handle}
            prefix="@"
            placeholder={t.handlePlaceholder}
            hint={t.handleHint}
            maxLength={80}
            autoComplete="off"
            spellCheck={false}
            value={usedHandle}
            onChange={(event) => setHandle(normaliseChannelName(event.target.value))}
          />
          <TextField
            className={styles.wide}
            label={t.description}
            maxLength={140}
            autoComplete="off"
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
        </div>
        <PeoplePicker
          label={t.people}
          chosen={users}
          most={maxMembers}
          find={(query) => findPartners(workspace, query)}
          takesFocus={false}
          onChange={setUsers}
        />
        <footer className={footer.footer}>
          <span className={footer.chosen} role="status">
            {save.error ? (
              <ErrorNote>{save.error}</ErrorNote>
            ) : users.length === 0 ? (
              t.needsPeople
            ) : (
              t.peopleCount(users.length)
            )}
          </span>
          <Button onClick={onClose}>{adminText().cancel}</Button>
          <Button kind="primary" type="submit" busy={save.isBusy} disabled={!isReady}>
            {group === null ? t.createAction : adminText().save}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
