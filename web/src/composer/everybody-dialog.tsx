import { useCallback } from 'react';
import type { ChannelHandle } from '../../../client/channel/channel-handle.ts';
import type { Workspace } from '../../../client/workspace.ts';
import { isAdministrator } from '../../../shared/user.ts';
import { useLoad } from '../app/use-load.ts';
import { Button } from '../design/button.tsx';
import { Dialog, DialogActions, DialogBody } from '../design/dialog.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { Spinner } from '../design/spinner.tsx';
import { loadMembers } from '../people/load-members.ts';
import { type CalledRange, reachOf } from './everybody.ts';
import { composerText } from './text.ts';

interface EverybodyDialogProps {
  workspace: Workspace;
  handle: ChannelHandle;
  range: CalledRange;
  onConfirm: () => void;
  onClose: () => void;
}

/** Says how many people a message is about to call, and whether the workspace lets it. */
export default function EverybodyDialog({ workspace, handle, range, onConfirm, onClose }: EverybodyDialogProps) {
  const t = composerText();
  const { state } = useLoad(useCallback(() => loadReach(workspace, handle), [workspace, handle]));
  const reach = state.kind === 'loaded' ? state.value : null;
  const isForbidden = reach?.isForbidden ?? false;
  const sentence = range === 'here' ? t.reachesActive : t.reachesAll;
  return (
    <Dialog title={isForbidden ? t.callEverybodyRefused : t.callEverybodyTitle(range)} size="small" onClose={onClose}>
      <DialogBody>
        <p role="status">
          {state.kind === 'loading' && (
            <>
              <Spinner /> {t.counting}
            </>
          )}
          {reach?.isForbidden && t.callEverybodyAdministrators(reach.largeChannel)}
          {reach && !reach.isForbidden && sentence(t.otherPeople(reach.people), t.timeZones(reach.zones))}
        </p>
        {state.kind === 'failed' && <ErrorNote>{state.error}</ErrorNote>}
        <DialogActions>
          <Button onClick={onClose}>{t.goOnWriting}</Button>
          {!isForbidden && (
            <Button kind="primary" autoFocus onClick={onConfirm}>
              {t.sendAndNotify}
            </Button>
          )}
        </DialogActions>
      </DialogBody>
    </Dialog>
  );
}

async function loadReach(workspace: Workspace, handle: ChannelHandle) {
  const [members, { policies }] = await Promise.all([
    loadMembers(workspace, handle.id),
    workspace.api.edgeways.team.getPolicies({}),
  ]);
  const role = workspace.session.get().self?.role ?? 'member';
  const isLarge = members.length > policies.large_channel;
  return {
    ...reachOf(members, workspace.self, (id) => workspace.users.store.get().get(id)?.tz),
    isForbidden: isLarge && policies.call_everybody === 'administrators' && !isAdministrator(role),
    largeChannel: policies.large_channel,
  };
}
