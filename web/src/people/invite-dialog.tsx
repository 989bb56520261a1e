import { type FormEvent, useState } from 'react';
import type { Auth } from '../../../client/auth/auth.ts';
import { isErrorCode } from '../../../shared/error-codes.ts';
import { sentenceForCode } from '../app/error-sentences.ts';
import { useAction } from '../app/use-action.ts';
import { Button } from '../design/button.tsx';
import { CopyField } from '../design/copy-field.tsx';
import { Dialog, DialogActions, DialogBody } from '../design/dialog.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { addressesIn } from './addresses.ts';
import styles from './invite-dialog.module.css';
import { peopleDialogsText } from './dialogs-text.ts';

type Invited = Awaited<ReturnType<Auth['invite']>>;

interface InviteDialogProps {
  auth: Auth;
  workspaceName: string;
  onClose: () => void;
}

/** Invites people to the workspace: by mail, or by a link that one passes on oneself. */
export function InviteDialog({ auth, workspaceName, onClose }: InviteDialogProps) {
  const t = peopleDialogsText().invite;
  const [text, setText] = useState('');
  const [role, setRole] = useState<'member' | 'admin'>('member');
  const [result, setResult] = useState<Invited | null>(null);
  const [link, setLink] = useState<string | null>(null);
  const emails = addressesIn(text);
  const send = useAction(async () => setResult(await auth.invite({ emails, role })));
  const makeLink = useAction(async () => setLink((await auth.invite({ emails: [], role: 'member' })).link ?? null));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (emails.length > 0) send.run();
  };

  if (result) {
    return (
      <Dialog title={t.result} onClose={onClose}>
        <DialogBody>
          <InviteResult result={result} />
          <DialogActions>
            <Button
              onClick={() => {
                setResult(null);
                setText('');
              }}
            >
              {t.more}
            </Button>
            <Button kind="primary" onClick={onClose}>
              {t.done}
            </Button>
          </DialogActions>
        </DialogBody>
      </Dialog>
    );
  }
  return (
    <Dialog title={t.title(workspaceName)} onClose={onClose}>
      <form onSubmit={submit}>
        <DialogBody>
          <label className={styles.label} htmlFor="invite-emails">
            {t.emails}
          </label>
          <textarea
            id="invite-emails"
            className={styles.emails}
            rows={3}
            placeholder={t.placeholder}
            autoFocus
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <label className={styles.role}>
            {t.role}
            <select value={role} onChange={(event) => setRole(event.target.value === 'admin' ? 'admin' : 'member')}>
              <option value="member">{t.member}</option>
              <option value="admin">{t.administrator}</option>
            </select>
          </label>
          <ErrorNote>{send.error}</ErrorNote>
          <DialogActions>
            <Button kind="primary" type="submit" busy={send.isBusy} disabled={emails.length === 0}>
              {t.send(emails.length)}
            </Button>
          </DialogActions>
          <div className={styles.or}>{t.orLink}</div>
          {link === null ? (
            <Button wide busy={makeLink.isBusy} onClick={() => makeLink.run()}>
              {t.createLink}
            </Button>
          ) : (
            <CopyField label={t.link} value={link} hint={t.linkHint} />
          )}
          <ErrorNote>{makeLink.error}</ErrorNote>
        </DialogBody>
      </form>
    </Dialog>
  );
}

function InviteResult({ result }: { result: Invited }) {
  const t = peopleDialogsText().invite;
  const mailed = result.sent.filter((invitation) => invitation.delivery === 'email');
  const printed = result.sent.filter((invitation) => invitation.delivery === 'console');
  return (
    <>
      {mailed.length > 0 && <p>{t.sentTo(mailed.map((invitation) => invitation.email).join(', '))}</p>}
      {printed.length > 0 && <p>{t.noMail}</p>}
      {printed.map((invitation) => (
        <CopyField key={invitation.email} label={invitation.email} value={invitation.link} />
      ))}
      {result.refused.map(({ email, error }) => (
        <ErrorNote key={email}>
          <b>{email}</b>: {isErrorCode(error) ? sentenceForCode(error) : error}
        </ErrorNote>
      ))}
    </>
  );
}
