import type { Workspace } from '../../../client/workspace.ts';
import { appearance, setAppearance } from '../design/theme.ts';
import { refused } from '../message/say.ts';
import { useCommand } from '../palette/command-handlers.ts';
import { openPalette } from '../palette/early-typing.ts';
import { neighbour } from '../sidebar/shown.ts';
import { statusText } from '../status/text.ts';
import { usePause } from '../status/use-pause.ts';
import { openDialog } from './dialog-request.ts';
import { navigate } from './navigation.ts';
import { focusRegion } from './regions.ts';
import type { WorkspacePage } from './route.ts';
import type { Session } from './session.ts';
import { tell } from './toasts.ts';

interface Circumstances {
  workspace: Workspace;
  session: Session;
  currentId: string | null;
  isAdministrator: boolean;
}

/** What the commands do that are there wherever one is in a workspace. */
export function useAppCommands({ workspace, session, currentId, isAdministrator }: Circumstances): void {
  const { id: workspaceId } = workspace;
  const goTo = (page: WorkspacePage) => () => navigate({ kind: 'page', workspaceId, page });
  const step = (by: 1 | -1, options?: { isUnread: boolean }) => () => {
    const next = neighbour(workspace.session.get(), currentId, by, options);
    if (!next) return false;
    navigate({ kind: 'channel', workspaceId, channelId: next.id, ts: null, threadTs: null });
    return true;
  };
  const administrator = <T>(act: T) => (isAdministrator ? act : null);

  useCommand('switch', openPalette);
  useCommand('messagePerson', () => openDialog({ kind: 'new-message' }));
  useCommand('threads', goTo('threads'));
  useCommand('activity', goTo('activity'));
  useCommand('saved', goTo('saved'));
  useCommand('drafts', goTo('drafts'));
  useCommand('browse', goTo('browse'));
  useCommand('people', goTo('people'));
  useCommand('previousChannel', step(-1));
  useCommand('nextChannel', step(1));
  useCommand('previousUnread', step(-1, { isUnread: true }));
  useCommand('nextUnread', step(1, { isUnread: true }));
  useCommand('back', () => history.back());
  useCommand('forward', () => history.forward());
  useCommand('nextRegion', () => focusRegion(1));
  useCommand('previousRegion', () => focusRegion(-1));

  useCommand('markAllRead', () => openDialog({ kind: 'mark-all' }));
  useCommand('unreadOnly', () => {
    const { unread_only: isOn } = workspace.session.get().preferences;
    workspace.setPreferences({ unread_only: !isOn }).catch(refused());
  });

  const pause = usePause();
  useCommand('status', () => openDialog({ kind: 'status' }));
  useCommand('away', () => setPresence(workspace, 'away'));
  useCommand('active', () => setPresence(workspace, 'auto'));
  useCommand('pause', pause.until === null ? () => pause.pause('hour') : null);
  useCommand('resume', pause.until === null ? null : pause.resume);
  useCommand('settings', goTo('settings'));
  useCommand('help', () => openDialog({ kind: 'help' }));
  useCommand('signOut', () => void session.signOut().catch(refused()));

  useCommand('createChannel', () => openDialog({ kind: 'create-channel' }));
  useCommand('createSection', () => openDialog({ kind: 'create-section', channelId: null }));
  useCommand(
    'invite',
    administrator(() => openDialog({ kind: 'invite-people' })),
  );
  useCommand('groups', goTo('groups'));
  useCommand('emoji', goTo('emoji'));
  useCommand('import', administrator(goTo('import')));

  useCommand('themeSystem', () => setAppearance({ theme: 'system' }));
  useCommand('themeLight', () => setAppearance({ theme: 'light' }));
  useCommand('themeDark', () => setAppearance({ theme: 'dark' }));
  useCommand('highContrast', () =>
    setAppearance({ contrast: appearance.get().contrast === 'high' ? 'normal' : 'high' }),
  );
  useCommand('language', () => navigate({ kind: 'page', workspaceId, page: 'settings', section: 'language' }));
}

function setPresence(workspace: Workspace, presence: 'auto' | 'away'): void {
  const said = presence === 'away' ? statusText().nowAway : statusText().nowActive;
  workspace.setPresence(presence).then(() => tell(said), refused());
}
