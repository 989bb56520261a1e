import Hash from 'lucide-react/icons/hash';
import type { Auth } from '../../../client/auth.ts';
import type { Workspace } from '../../../client/workspace.ts';
import { maxNameLength, maxTopicLength } from '../../../shared/channel.ts';
import { ConfirmDialog } from '../design/confirm-dialog.tsx';
import { CreateChannelDialog } from '../directory/create-channel-dialog.tsx';
import { normaliseChannelName } from '../directory/channel-name.ts';
import { TextDialog } from '../directory/text-dialog.tsx';
import { AddPeopleDialog } from '../people/add-people-dialog.tsx';
import { InviteDialog } from '../people/invite-dialog.tsx';
import { MembersDialog } from '../people/members-dialog.tsx';
import type { DialogRequest } from './dialog-request.ts';
import { navigate } from './navigation.ts';
import { useAction } from './use-action.ts';

interface DialogsProps {
  auth: Auth;
  workspace: Workspace;
  request: DialogRequest;
  /** One dialog leads to another. */
  onRequest: (request: DialogRequest) => void;
  onClose: () => void;
}

/** The dialog that was asked for, wired to what it does. */
export default function Dialogs({ auth, workspace, request, onRequest, onClose }: DialogsProps) {
  const common = { workspace, onClose };
  switch (request.kind) {
    case 'create-channel':
      return (
        <CreateChannelDialog
          onClose={onClose}
          create={async (name, isPrivate) => {
            const channel = await workspace.createChannel(name, { isPrivate });
            onClose();
            navigate({ kind: 'channel', workspaceId: workspace.id, channelId: channel.id, ts: null, threadTs: null });
          }}
        />
      );
    case 'invite-people':
      return (
        <InviteDialog
          auth={auth}
          workspaceName={workspace.session.get().workspace?.name ?? 'the workspace'}
          onClose={onClose}
        />
      );
    case 'add-people':
      return <AddPeopleDialog {...common} channelId={request.channelId} name={request.name} />;
    case 'members':
      return (
        <MembersDialog
          {...common}
          channelId={request.channelId}
          name={request.name}
          canChange={request.canChange}
          onAdd={() => onRequest({ kind: 'add-people', channelId: request.channelId, name: request.name })}
        />
      );
    case 'rename':
      return (
        <TextDialog
          title="Rename channel"
          label="Name"
          prefix={<Hash size={16} />}
          hint="Links to the channel stay good."
          initial={request.name}
          maxLength={maxNameLength}
          mayBeEmpty={false}
          normalise={normaliseChannelName}
          save={(name) => workspace.rename(request.channelId, name)}
          onClose={onClose}
        />
      );
    case 'topic':
      return (
        <TextDialog
          title="Edit topic"
          label="Topic"
          hint={`What #${request.name} is about right now. Everybody in it sees it at the top.`}
          initial={request.value}
          maxLength={maxTopicLength}
          mayBeEmpty
          save={(topic) => workspace.setTopic(request.channelId, topic)}
          onClose={onClose}
        />
      );
    case 'purpose':
      return (
        <TextDialog
          title="Edit purpose"
          label="Purpose"
          hint={`What #${request.name} is for. Shown where people choose channels.`}
          initial={request.value}
          maxLength={maxTopicLength}
          mayBeEmpty
          save={(purpose) => workspace.setPurpose(request.channelId, purpose)}
          onClose={onClose}
        />
      );
    case 'leave':
      return (
        <Confirmed
          {...common}
          title={`Leave #${request.name}?`}
          action="Leave channel"
          act={() => workspace.leave(request.channelId)}
          leaves
        >
          {request.isPrivate
            ? 'It is private: to come back, somebody in it has to add you.'
            : 'You can join again at any time. It will be gone from your sidebar.'}
        </Confirmed>
      );
    case 'archive':
      return (
        <Confirmed
          {...common}
          title={`Archive #${request.name}?`}
          action="Archive channel"
          act={() => workspace.archive(request.channelId)}
          danger
          leaves
        >
          Nobody can write in it any more. What was said stays and can be read, and the channel can be brought back.
        </Confirmed>
      );
    case 'unarchive':
      return (
        <Confirmed
          {...common}
          title={`Bring #${request.name} back?`}
          action="Bring back"
          act={() => workspace.unarchive(request.channelId)}
        >
          People can write in it again.
        </Confirmed>
      );
  }
}

interface ConfirmedProps {
  workspace: Workspace;
  title: string;
  action: string;
  danger?: boolean;
  /** Afterwards there is nothing left to look at. */
  leaves?: boolean;
  act: () => Promise<void>;
  onClose: () => void;
  children: string;
}

function Confirmed({
  workspace,
  title,
  action,
  danger = false,
  leaves = false,
  act,
  onClose,
  children,
}: ConfirmedProps) {
  const confirm = useAction(async () => {
    await act();
    onClose();
    if (leaves) navigate({ kind: 'workspace', workspaceId: workspace.id });
  });
  return (
    <ConfirmDialog
      title={title}
      action={action}
      danger={danger}
      busy={confirm.isBusy}
      error={confirm.error}
      onConfirm={() => confirm.run()}
      onClose={onClose}
    >
      <p>{children}</p>
    </ConfirmDialog>
  );
}
