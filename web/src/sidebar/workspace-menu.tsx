import FileInput from 'lucide-react/icons/file-input';
import LogOut from 'lucide-react/icons/log-out';
import Plus from 'lucide-react/icons/plus';
import Settings from 'lucide-react/icons/settings';
import UserPlus from 'lucide-react/icons/user-plus';
import type { KnownWorkspace } from '../../../client/auth.ts';
import { Avatar } from '../design/avatar.tsx';
import { Menu, MenuItem, MenuSeparator } from '../design/menu.tsx';
import { WorkspaceButton } from './workspace-button.tsx';

interface WorkspaceMenuProps {
  workspaceId: string;
  name: string;
  selfName: string;
  isAdministrator: boolean;
  /** The other workspaces that this device is signed in to. */
  others: readonly KnownWorkspace[];
  onInvite: () => void;
  onSettings: () => void;
  onImport: () => void;
  onSwitch: (workspaceId: string) => void;
  onAddWorkspace: () => void;
  onSignOut: () => void;
}

export default function WorkspaceMenu(props: WorkspaceMenuProps) {
  const { workspaceId, name, selfName } = props;
  return (
    <Menu trigger={<WorkspaceButton workspaceId={workspaceId} name={name} selfName={selfName} />}>
      {props.isAdministrator && (
        <MenuItem icon={<UserPlus size={17} />} onSelect={props.onInvite}>
          Invite people to {name}
        </MenuItem>
      )}
      <MenuItem icon={<Settings size={17} />} onSelect={props.onSettings}>
        Profile and settings
      </MenuItem>
      {props.isAdministrator && (
        <MenuItem icon={<FileInput size={17} />} onSelect={props.onImport}>
          Import from Slack
        </MenuItem>
      )}
      <MenuSeparator />
      {props.others.map((other) => (
        <MenuItem
          key={other.id}
          icon={<Avatar id={other.id} name={other.name} size={20} />}
          onSelect={() => props.onSwitch(other.id)}
        >
          {other.name}
        </MenuItem>
      ))}
      <MenuItem icon={<Plus size={17} />} onSelect={props.onAddWorkspace}>
        Add a workspace
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<LogOut size={17} />} onSelect={props.onSignOut}>
        Sign out of {name}
      </MenuItem>
    </Menu>
  );
}
