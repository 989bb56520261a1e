import Bell from 'lucide-react/icons/bell';
import BellOff from 'lucide-react/icons/bell-off';
import CircleUserRound from 'lucide-react/icons/circle-user-round';
import FileInput from 'lucide-react/icons/file-input';
import Keyboard from 'lucide-react/icons/keyboard';
import LogOut from 'lucide-react/icons/log-out';
import Plus from 'lucide-react/icons/plus';
import Settings from 'lucide-react/icons/settings';
import Smile from 'lucide-react/icons/smile';
import UserPlus from 'lucide-react/icons/user-plus';
import Users from 'lucide-react/icons/users';
import type { ReactElement } from 'react';
import type { KnownWorkspace } from '../../../client/auth/auth.ts';
import { openDialog } from '../app/dialog-request.ts';
import { navigate } from '../app/navigation.ts';
import type { WorkspacePage } from '../app/route.ts';
import { useNow } from '../app/use-now.ts';
import { useSelected } from '../app/use-selected.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { Avatar } from '../design/avatar.tsx';
import { Menu, MenuItem, MenuSeparator, SubMenu } from '../design/menu.tsx';
import { splitReactionName } from '../emoji/custom-emoji.ts';
import { Emoji } from '../message/emoji.tsx';
import { runCommand } from '../palette/command-handlers.ts';
import { keysOf } from '../palette/find-command.ts';
import { usePerson } from '../people/people-context.tsx';
import { currentStatus } from '../people/status.ts';
import { type Pause, pauses } from '../status/moments.ts';
import { statusText } from '../status/text.ts';
import { formatMoment, usePause } from '../status/use-pause.ts';
import { sidebarText } from './text.ts';

export interface WorkspaceMenuProps {
  trigger: ReactElement;
  /** It was asked for before it was there. */
  isOpenAtFirst: boolean;
  name: string;
  isAdministrator: boolean;
  /** The other workspaces that this device is signed in to. */
  others: readonly KnownWorkspace[];
}

export default function WorkspaceMenu(props: WorkspaceMenuProps) {
  const { trigger, isOpenAtFirst, name, isAdministrator, others } = props;
  const t = sidebarText();
  const { id, self, session } = useWorkspace();
  const person = usePerson(self);
  const now = useNow();
  const status = person && currentStatus(person.profile, now / 1000);
  const isAway = useSelected(session, (state) => state.ownPresence?.manual_away ?? false);
  const { until, pause, resume } = usePause();
  const goTo = (page: WorkspacePage) => () => navigate({ kind: 'page', workspaceId: id, page });
  return (
    <Menu trigger={trigger} isOpenAtFirst={isOpenAtFirst}>
      <MenuItem
        icon={status?.emoji ? <Emoji {...splitReactionName(status.emoji)} isSilent /> : <Smile size={17} />}
        onSelect={() => openDialog({ kind: 'status' })}
      >
        {status?.text || t.setStatus}
      </MenuItem>
      <MenuItem icon={<CircleUserRound size={17} />} onSelect={() => runCommand(isAway ? 'active' : 'away')}>
        {isAway ? t.setActive : t.setAway}
      </MenuItem>
      {until === null ? (
        <SubMenu icon={<BellOff size={17} />} label={t.pause}>
          {pauses.map((each) => (
            <MenuItem key={each} onSelect={() => pause(each)}>
              {pauseWords(each)}
            </MenuItem>
          ))}
        </SubMenu>
      ) : (
        <MenuItem icon={<Bell size={17} />} end={formatMoment(until)} onSelect={resume}>
          {t.resume}
        </MenuItem>
      )}
      <MenuSeparator />
      {isAdministrator && (
        <MenuItem icon={<UserPlus size={17} />} onSelect={() => openDialog({ kind: 'invite-people' })}>
          {t.invite(name)}
        </MenuItem>
      )}
      <MenuItem icon={<Settings size={17} />} end={keysOf('settings')} onSelect={goTo('settings')}>
        {t.settings}
      </MenuItem>
      <MenuItem icon={<Keyboard size={17} />} end={keysOf('help')} onSelect={() => openDialog({ kind: 'help' })}>
        {t.shortcuts}
      </MenuItem>
      <MenuItem icon={<Users size={17} />} onSelect={goTo('groups')}>
        {t.groups}
      </MenuItem>
      <MenuItem icon={<Smile size={17} />} onSelect={goTo('emoji')}>
        {t.emoji}
      </MenuItem>
      {isAdministrator && (
        <MenuItem icon={<FileInput size={17} />} onSelect={goTo('import')}>
          {t.import}
        </MenuItem>
      )}
      <MenuSeparator />
      {others.map((other) => (
        <MenuItem
          key={other.id}
          icon={<Avatar id={other.id} name={other.name} size={20} />}
          onSelect={() => navigate({ kind: 'workspace', workspaceId: other.id })}
        >
          {other.name}
        </MenuItem>
      ))}
      <MenuItem icon={<Plus size={17} />} onSelect={() => navigate({ kind: 'sign-in' })}>
        {t.addWorkspace}
      </MenuItem>
      <MenuItem icon={<LogOut size={17} />} onSelect={() => runCommand('signOut')}>
        {t.signOut(name)}
      </MenuItem>
    </Menu>
  );
}

function pauseWords(pause: Pause): string {
  const t = statusText();
  const words: Record<Pause, string> = {
    minutes30: t.pauseMinutes(30),
    hour: t.pauseHours(1),
    hours2: t.pauseHours(2),
    hours4: t.pauseHours(4),
    tomorrow: t.pauseTomorrow,
    nextWeek: t.pauseNextWeek,
  };
  return words[pause];
}
