import { savedKey } from '../../../client/session/session-state.ts';
import type { Message } from '../../../shared/message.ts';
import { tell } from '../app/toasts.ts';
import { useSelected } from '../app/use-selected.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { Popover } from '../design/popover.tsx';
import { DueForm } from '../saved/due-form.tsx';
import type { OverlayPlace } from './actions.ts';
import { refused } from './say.ts';
import { messageActionsText } from './actions-text.ts';
import { formatMoment } from './time.ts';

interface RemindPopoverProps {
  channelId: string;
  message: Pick<Message, 'ts'>;
  place: OverlayPlace;
  onClose: () => void;
}

/** Keeps a message for later, with a time at which to be reminded of it. */
export default function RemindPopover({ channelId, message, place, onClose }: RemindPopoverProps) {
  const workspace = useWorkspace();
  const saved = useSelected(workspace.session, (state) => state.saved.get(savedKey(channelId, message.ts)));
  const choose = (due: number | null) => {
    const change = saved
      ? workspace.updateSaved(channelId, message.ts, { due })
      : workspace.saveForLater(channelId, message.ts, due ?? undefined);
    const done =
      due === null ? messageActionsText().isSaved : messageActionsText().willRemind(formatMoment(new Date(due * 1000)));
    change.then(() => tell(done), refused());
    onClose();
  };
  return (
    <Popover
      label={messageActionsText().due.title}
      anchor={place.anchor}
      align="end"
      returnFocusTo={place.returnFocusTo}
      onClose={onClose}
    >
      <DueForm canClear={saved !== undefined && saved.due !== null} onChoose={choose} />
    </Popover>
  );
}
