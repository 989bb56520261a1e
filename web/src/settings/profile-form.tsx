import { type FormEvent, useState } from 'react';
import type { Workspace } from '../../../client/workspace.ts';
import type { User } from '../../../shared/user.ts';
import { tell } from '../app/toasts.tsx';
import { useAction } from '../app/use-action.ts';
import { Avatar } from '../design/avatar.tsx';
import { Button } from '../design/button.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { TextField } from '../design/text-field.tsx';
import { personNameOf } from '../people/naming.ts';
import { usePerson } from '../people/people-context.tsx';
import styles from './profile-form.module.css';

export function ProfileForm({ workspace }: { workspace: Workspace }) {
  const person = usePerson(workspace.self);
  return person ? <Form workspace={workspace} person={person} /> : null;
}

function Form({ workspace, person }: { workspace: Workspace; person: User }) {
  const [realName, setRealName] = useState(person.profile.real_name || person.real_name);
  const [displayName, setDisplayName] = useState(person.profile.display_name);
  const [title, setTitle] = useState(person.profile.title ?? '');
  const save = useAction(async () => {
    await workspace.api.users.setProfile({
      profile: { real_name: realName.trim(), display_name: displayName.trim(), title: title.trim() },
    });
    await workspace.users.reload(workspace.self);
    tell('Profile saved');
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
        label="Full name"
        maxLength={80}
        required
        autoComplete="name"
        value={realName}
        onChange={(event) => setRealName(event.target.value)}
      />
      <TextField
        label="Display name"
        hint="What your messages are signed with. Left empty, it is your full name."
        maxLength={80}
        autoComplete="nickname"
        value={displayName}
        onChange={(event) => setDisplayName(event.target.value)}
      />
      <TextField
        label="Title"
        hint="What you do, such as “Support, Lisbon”."
        maxLength={100}
        autoComplete="organization-title"
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <ErrorNote>{save.error}</ErrorNote>
      <div>
        <Button kind="primary" type="submit" busy={save.isBusy} disabled={realName.trim() === ''}>
          Save profile
        </Button>
      </div>
    </form>
  );
}
