import type { ChannelPreferencesChange } from '../../../client/session/personal-actions.ts';
import { openDialog } from '../app/dialog-request.ts';
import { navigate } from '../app/navigation.ts';
import { forgetChannel } from '../app/remembered.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { refused } from '../message/say.ts';
import type { Place } from './place.ts';

/** What a person does with a conversation for themselves, from wherever they meet it. */
export function useChannelCommands(channelId: string) {
  const workspace = useWorkspace();
  const report = (done: Promise<unknown>) => void done.catch(refused());
  const channel = () => workspace.session.get().channels.get(channelId);
  return {
    set: (change: ChannelPreferencesChange) => report(workspace.setChannelPreferences(channelId, change)),
    place: ({ section, before }: Place) => report(workspace.sections.place(channelId, section, before)),
    markRead() {
      const latest = channel()?.latest;
      if (latest !== undefined) report(workspace.api.conversations.mark({ channel: channelId, ts: latest }));
    },
    hide() {
      report(workspace.closeDirect(channelId));
      forgetChannel(workspace.id, channelId);
      if (location.pathname.includes(`/${channelId}`)) navigate({ kind: 'workspace', workspaceId: workspace.id });
    },
    leave() {
      const { name = '', kind } = channel() ?? {};
      openDialog({ kind: 'leave', channelId, name, isPrivate: kind === 'private' });
    },
    link: `${location.origin}/${workspace.id}/${channelId}`,
  };
}
