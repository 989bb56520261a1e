import ArrowRight from 'lucide-react/icons/arrow-right';
import { Avatar } from '../design/avatar.tsx';
import { Button } from '../design/button.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { SignInFrame } from './sign-in-frame.tsx';
import styles from './sign-in.module.css';
import { signInText } from './text.ts';

interface WorkspaceStepProps {
  email: string;
  workspaces: readonly { id: string; name: string; domain: string }[];
  isBusy: boolean;
  error: string | null;
  onChoose: (workspaceId: string) => void;
  onCreate: () => void;
}

export function WorkspaceStep({ email, workspaces, isBusy, error, onChoose, onCreate }: WorkspaceStepProps) {
  const t = signInText();
  return (
    <SignInFrame title={t.chooseWorkspace} lead={t.workspacesOf(email)}>
      <ErrorNote>{error}</ErrorNote>
      <div className={styles.choices} role="group" aria-label={t.workspaces}>
        {workspaces.map((workspace) => (
          <button
            key={workspace.id}
            type="button"
            className={styles.choice}
            disabled={isBusy}
            onClick={() => onChoose(workspace.id)}
          >
            <Avatar id={workspace.id} name={workspace.name} size={34} />
            <span className={styles.choiceText}>
              <span className={styles.choiceName}>{workspace.name}</span>
              <span className={styles.choiceDetail}>{workspace.domain}</span>
            </span>
            <ArrowRight size={17} className={styles.arrow} aria-hidden="true" />
          </button>
        ))}
      </div>
      <div className={styles.or}>{t.or}</div>
      <Button wide disabled={isBusy} onClick={onCreate}>
        {t.createNew}
      </Button>
    </SignInFrame>
  );
}
