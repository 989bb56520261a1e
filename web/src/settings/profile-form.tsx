import { type FormEvent, useState } from 'react';
import type { Workspace } from '../../../client/workspace.ts';
import type { User } from '../../../shared/user.ts';
import { tell } from '../app/toasts.ts';
import { useAction } from '../app/use-action.ts';
import { Avatar } from '../design/avatar.tsx';
import { Button } from '../design/button.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { TextField } from '../design/text-field.tsx';
import { personNameOf } from '../people/naming.ts';
import styles from './profile-form.module.css';
import { settingsText } from './text.ts';

export function ProfileForm({ workspace, person }: { workspace: Workspace; person: User }) {
  const t = settingsText().profile;
  const [realName, setRealName] = useState(person.profile.real_name || person.real_name);
  const [displayName, setDisplayName] = useState(person.profile.display_name);
  const [title, setTitle] = useState(person.profile.title ?? '');
  const [phone, setPhone] = useState(person.profile.phone ?? '');
  const save = useAction(async () => {
    await workspace.api.users.setProfile({
      profile: {
        real_name: realName.trim(),
        display_name: displayName.trim(),
        title: title.trim(),
        phone: phone.trim(),
      },
    });
    await workspace.users.reload(workspace.self);
    tell(t.saved);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.run();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.face}>
        <Avatar id={person.id} name={displayName || realName || personNameOf(person)} size={64} />
        <span className={styles.email}>{person.profile.email}</span>
      </div>
      <TextField
        label={t.fullName}
        maxLength={80}
        required
        autoComplete="name"
        value={realName}
        onChange={(event) => setRealName(event.target.value)}
      />
      <TextField
        label={t.displayName}
        hint={t.displayNameHint}
        maxLength={80}
        autoComplete="nickname"
        value={displayName}
        onChange={(event) => setDisplayName(event.target.value)}
      />
      <TextField
        label={t.jobTitle}
        hint={t.jobTitleHint}
        maxLength={100}
        autoComplete="organization-title"
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <TextField
        label={t.phone}
        type="tel"
        maxLength={40}
        autoComplete="tel"
        value={phone}
        onChange={(event) => setPhone(event.target.value)}
      />
      <ErrorNote>{save.error}</ErrorNote>
      <div>
        <Button kind="primary" type="submit" busy={save.isBusy} disabled={realName.trim() === ''}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}
