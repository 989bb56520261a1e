import type { Workspace } from '../../../client/workspace.ts';
import { useAction } from '../app/use-action.ts';
import { Button } from '../design/button.tsx';
import { ReadOnlyBar } from './read-only-bar.tsx';
import { channelText } from './text.ts';

interface CannotWriteProps {
  workspace: Workspace;
  channelId: string;
  name: string;
  isArchived: boolean;
}

/** Why nothing can be written here, and the way to change that where there is one. */
export default function CannotWrite({ workspace, channelId, name, isArchived }: CannotWriteProps) {
  const t = channelText();
  const join = useAction(() => workspace.join(channelId));
  if (isArchived) return <ReadOnlyBar>{t.isArchived}</ReadOnlyBar>;
  return (
    <ReadOnlyBar>
      <span>{join.error ?? t.lookingAt(name)}</span>
      <Button kind="primary" busy={join.isBusy} onClick={() => join.run()}>
        {t.join}
      </Button>
    </ReadOnlyBar>
  );
}
