import { useCallback, useState } from 'react';
import type { Auth } from '../../../client/auth/auth.ts';
import type { SignedIn } from '../../../shared/protocol/auth.ts';
import { useFirstLook } from '../app/first-look.ts';
import { useAction } from '../app/use-action.ts';
import { useLoad } from '../app/use-load.ts';
import { Button } from '../design/button.tsx';
import { Spinner } from '../design/spinner.tsx';
import { CodeStep } from './code-step.tsx';
import { CreateStep } from './create-step.tsx';
import { EmailStep } from './email-step.tsx';
import { JoinStep } from './join-step.tsx';
import { SignInFrame } from './sign-in-frame.tsx';
import styles from './sign-in.module.css';
import { signInText } from './text.ts';
import { WorkspaceStep } from './workspace-step.tsx';

type Verified = Awaited<ReturnType<Auth['verify']>>;
type Invitation = Awaited<ReturnType<Auth['invitation']>>;

type Step =
  | { kind: 'email' }
  | { kind: 'code'; delivery: 'email' | 'console' }
  | { kind: 'workspace'; verified: Verified }
  | { kind: 'create'; verified: Verified }
  | { kind: 'join'; verified: Verified };

interface SignInPageProps {
  auth: Auth;
  /** The token of the link that led here. */
  invitation: string | null;
  /** Why the person has to sign in again. */
  notice: string | null;
  onSignedIn: (signedIn: SignedIn) => void;
  onHome: () => void;
  /** Back to the workspace that is open; null when none is. */
  onCancel: (() => void) | null;
}

/** From an e-mail address to a workspace. */
export default function SignInPage(props: SignInPageProps) {
  useFirstLook(true);
  const t = signInText();
  const { auth, invitation: token } = props;
  const invitation = useLoad(useCallback(async () => (token === null ? null : auth.invitation(token)), [auth, token]));
  if (invitation.state.kind === 'loading') {
    return (
      <SignInFrame title={t.oneMoment}>
        <Spinner size={22} />
      </SignInFrame>
    );
  }
  if (invitation.state.kind === 'failed') {
    return (
      <SignInFrame title={t.invitationBroken} lead={invitation.state.error}>
        <Button wide onClick={props.onHome}>
          {t.goToSignIn}
        </Button>
      </SignInFrame>
    );
  }
  return <Steps {...props} offer={invitation.state.value} />;
}

const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

function Steps({
  auth,
  invitation: token,
  offer,
  notice,
  onSignedIn,
  onCancel,
}: SignInPageProps & { offer: Invitation | null }) {
  const t = signInText();
  const [step, setStep] = useState<Step>({ kind: 'email' });
  const [email, setEmail] = useState(offer?.email ?? '');
  const options = useLoad(useCallback(() => auth.options(), [auth]));
  const people = options.state.kind === 'loaded' && offer === null ? options.state.value.demo : [];

  const act = useAction(async (task: () => Promise<void>) => task());
  const go = (next: Step) => {
    act.clearError();
    setStep(next);
  };
  const requestCode = (address: string) =>
    act.run(async () => {
      setEmail(address);
      const { delivery } = await auth.requestCode(address);
      setStep({ kind: 'code', delivery });
    });
  const verify = (code: string) =>
    act.run(async () => {
      const verified = await auth.verify(email, code);
      const isMember = verified.workspaces.some((workspace) => workspace.id === offer?.workspace.id);
      // An invitation to where one is already is a way in.
      if (offer && isMember) onSignedIn(await auth.signIn(verified.proof, offer.workspace.id));
      else if (offer) setStep({ kind: 'join', verified });
      else setStep({ kind: verified.workspaces.length > 0 ? 'workspace' : 'create', verified });
    });
  const enter = (signIn: () => Promise<SignedIn>) => act.run(async () => onSignedIn(await signIn()));

  switch (step.kind) {
    case 'email':
      return (
        <EmailStep
          title={offer ? t.join(offer.workspace.name) : t.signIn}
          lead={offer ? t.invitedBy(offer.inviter) : (notice ?? t.lead)}
          email={email}
          people={people}
          isBusy={act.isBusy}
          error={act.error}
          onEmail={requestCode}
          onPerson={(address) => enter(() => auth.demo(address))}
          footer={
            onCancel ? (
              <button type="button" className={styles.link} onClick={onCancel}>
                {t.backToWorkspace}
              </button>
            ) : (
              offer === null && t.newHere
            )
          }
        />
      );
    case 'code':
      return (
        <CodeStep
          email={email}
          delivery={step.delivery}
          isBusy={act.isBusy}
          error={act.error}
          onCode={verify}
          onResend={() => requestCode(email)}
          onBack={() => go({ kind: 'email' })}
        />
      );
    case 'workspace':
      return (
        <WorkspaceStep
          email={email}
          workspaces={step.verified.workspaces}
          isBusy={act.isBusy}
          error={act.error}
          onChoose={(id) => enter(() => auth.signIn(step.verified.proof, id))}
          onCreate={() => go({ kind: 'create', verified: step.verified })}
        />
      );
    case 'create':
      return (
        <CreateStep
          isBusy={act.isBusy}
          error={act.error}
          onCreate={(workspaceName, displayName) =>
            enter(() => auth.createWorkspace({ proof: step.verified.proof, workspaceName, displayName, timeZone }))
          }
          onBack={step.verified.workspaces.length > 0 ? () => go({ kind: 'workspace', verified: step.verified }) : null}
        />
      );
    case 'join':
      return (
        <JoinStep
          workspaceName={offer?.workspace.name ?? ''}
          isBusy={act.isBusy}
          error={act.error}
          onJoin={(displayName) =>
            enter(() => auth.join({ proof: step.verified.proof, invitation: token ?? '', displayName, timeZone }))
          }
        />
      );
  }
}
