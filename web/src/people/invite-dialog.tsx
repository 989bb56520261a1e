import { type FormEvent, useState } from 'react';
import type { Auth } from '../../../client/auth.ts';
import { isErrorCode } from '../../../shared/errors.ts';
import { sentenceForCode } from '../app/error-sentences.ts';
import { useAction } from '../app/use-action.ts';
import { Button } from '../design/button.tsx';
import { CopyField } from '../design/copy-field.tsx';
import { Dialog, DialogActions, DialogBody } from '../design/dialog.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { addressesIn } from './addresses.ts';
import styles from './invite-dialog.module.css';

type Invited = Awaited<ReturnType<Auth['invite']>>;

interface InviteDialogProps {
  auth: Auth;
  workspaceName: string;
  onClose: () => void;
}

/** Invites people to the workspace: by mail, or by a link that one passes on oneself. */
export function InviteDialog({ auth, workspaceName, onClose }: InviteDialogProps) {
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
      <Dialog title="Invitations" onClose={onClose}>
        <DialogBody>
          <InviteResult result={result} />
          <DialogActions>
            <Button
              onClick={() => {
                setResult(null);
                setText('');
              }}
            >
              Invite more people
            </Button>
            <Button kind="primary" onClick={onClose}>
              Done
            </Button>
          </DialogActions>
        </DialogBody>
      </Dialog>
    );
  }
  return (
    <Dialog title={`Invite people to ${workspaceName}`} onClose={onClose}>
      <form onSubmit={submit}>
        <DialogBody>
          <label className={styles.label} htmlFor="invite-emails">
            E-mail addresses
          </label>
          <textarea
            id="invite-emails"
            className={styles.emails}
            rows={3}
            placeholder="ada@example.com, grace@example.com"
            autoFocus
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <label className={styles.role}>
            Invite as
            <select value={role} onChange={(event) => setRole(event.target.value === 'admin' ? 'admin' : 'member')}>
              <option value="member">Member</option>
              <option value="admin">Administrator</option>
            </select>
          </label>
          <ErrorNote>{send.error}</ErrorNote>
          <DialogActions>
            <Button kind="primary" type="submit" busy={send.isBusy} disabled={emails.length === 0}>
              {emails.length > 1 ? `Send ${emails.length} invitations` : 'Send invitation'}
            </Button>
          </DialogActions>
          <div className={styles.or}>or share a link</div>
          {link === null ? (
            <Button wide busy={makeLink.isBusy} onClick={() => makeLink.run()}>
              Create an invitation link
            </Button>
          ) : (
            <CopyField label="Invitation link" value={link} hint="Whoever has this link can join as a member." />
          )}
          <ErrorNote>{makeLink.error}</ErrorNote>
        </DialogBody>
      </form>
    </Dialog>
  );
}

function InviteResult({ result }: { result: Invited }) {
  const mailed = result.sent.filter((invitation) => invitation.delivery === 'email');
  const printed = result.sent.filter((invitation) => invitation.delivery === 'console');
  return (
    <>
      {mailed.length > 0 && <p>Sent to {mailed.map((invitation) => invitation.email).join(', ')}.</p>}
      {printed.length > 0 && (
        <p>This server has no mail. Pass these links on yourself; each works for its address only.</p>
      )}
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
