import Hash from 'lucide-react/icons/hash';
import type { Auth } from '../../../client/auth/auth.ts';
import type { Workspace } from '../../../client/workspace.ts';
import { maxNameLength, maxTopicLength } from '../../../shared/channel.ts';
import { CreateChannelDialog } from '../directory/create-channel-dialog.tsx';
import { normaliseChannelName } from '../directory/channel-name.ts';
import { TextDialog } from '../directory/text-dialog.tsx';
import { AddPeopleDialog } from '../people/add-people-dialog.tsx';
import { InviteDialog } from '../people/invite-dialog.tsx';
import { MembersDialog } from '../people/members-dialog.tsx';
import { SectionDialog } from '../sidebar/section-dialog.tsx';
import { closeDialog, type DialogRequest, openDialog } from './dialog-request.ts';
import { ConfirmedDialog } from './confirmed-dialog.tsx';
import { navigate } from './navigation.ts';
import { appText } from './text.ts';
import { tell } from './toasts.ts';

interface DialogsProps {
  auth: Auth;
  workspace: Workspace;
  request: Exclude<DialogRequest, { kind: 'palette' | 'help' | 'status' | 'new-message' }>;
}

/** The dialog that was asked for, wired to what it does. */
export default function Dialogs({ auth, workspace, request }: DialogsProps) {
  const t = appText();
  const common = { workspace, onClose: closeDialog };
  const toList = () => navigate({ kind: 'workspace', workspaceId: workspace.id });
  switch (request.kind) {
    case 'create-channel':
      return (
        <CreateChannelDialog
          onClose={closeDialog}
          create={async (name, isPrivate) => {
            const channel = await workspace.createChannel(name, { isPrivate });
            closeDialog();
            navigate({ kind: 'channel', workspaceId: workspace.id, channelId: channel.id, ts: null, threadTs: null });
          }}
        />
      );
    case 'create-section':
    case 'rename-section':
      return <SectionDialog {...common} request={request} />;
    case 'invite-people':
      return (
        <InviteDialog
          auth={auth}
          workspaceName={workspace.session.get().workspace?.name ?? t.theWorkspace}
          onClose={closeDialog}
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
          onAdd={() => openDialog({ kind: 'add-people', channelId: request.channelId, name: request.name })}
        />
      );
    case 'rename':
      return (
        <TextDialog
          {...t.renameChannel}
          prefix={<Hash size={16} />}
          initial={request.name}
          maxLength={maxNameLength}
          mayBeEmpty={false}
          normalise={normaliseChannelName}
          save={(name) => workspace.rename(request.channelId, name)}
          onClose={closeDialog}
        />
      );
    case 'topic':
    case 'purpose': {
      const { title, label, hint } = t[request.kind];
      const save = request.kind === 'topic' ? workspace.setTopic : workspace.setPurpose;
      return (
        <TextDialog
          title={title}
          label={label}
          hint={hint(request.name)}
          initial={request.value}
          maxLength={maxTopicLength}
          mayBeEmpty
          save={(text) => save(request.channelId, text)}
          onClose={closeDialog}
        />
      );
    }
    case 'leave':
      return (
        <ConfirmedDialog
          title={t.leave.title(request.name)}
          action={t.leave.action}
          act={() => workspace.leave(request.channelId)}
          onDone={toList}
        >
          {request.isPrivate ? t.leave.private : t.leave.public}
        </ConfirmedDialog>
      );
    case 'archive':
      return (
        <ConfirmedDialog
          title={t.archive.title(request.name)}
          action={t.archive.action}
          act={() => workspace.archive(request.channelId)}
          danger
          onDone={toList}
        >
          {t.archive.text}
        </ConfirmedDialog>
      );
    case 'unarchive':
      return (
        <ConfirmedDialog
          title={t.unarchive.title(request.name)}
          action={t.unarchive.action}
          act={() => workspace.unarchive(request.channelId)}
        >
          {t.unarchive.text}
        </ConfirmedDialog>
      );
    case 'mark-all':
      return (
        <ConfirmedDialog
          title={t.markAll.title}
          action={t.markAll.action}
          act={() => workspace.markAll()}
          onDone={() => tell(t.markAll.done)}
        >
          {t.markAll.text}
        </ConfirmedDialog>
      );
  }
}
