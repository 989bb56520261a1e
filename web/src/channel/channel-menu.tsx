import Archive from 'lucide-react/icons/archive';
import ArchiveRestore from 'lucide-react/icons/archive-restore';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Info from 'lucide-react/icons/info';
import LinkIcon from 'lucide-react/icons/link';
import LogOut from 'lucide-react/icons/log-out';
import MessageSquare from 'lucide-react/icons/message-square';
import Pencil from 'lucide-react/icons/pencil';
import UserPlus from 'lucide-react/icons/user-plus';
import Users from 'lucide-react/icons/users';
import { IconButton } from '../design/icon-button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../design/menu.tsx';

export interface ChannelMenuProps {
  isArchived: boolean;
  isGeneral: boolean;
  isMember: boolean;
  isAdministrator: boolean;
  onInvite: () => void;
  onMembers: () => void;
  onRename: () => void;
  onTopic: () => void;
  onPurpose: () => void;
  onCopyLink: () => void;
  onLeave: () => void;
  onArchive: () => void;
  onUnarchive: () => void;
}

export default function ChannelMenu(props: ChannelMenuProps) {
  const isOpen = props.isMember && !props.isArchived;
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label="Channel menu">
          <Ellipsis size={19} />
        </IconButton>
      }
    >
      {isOpen && (
        <MenuItem icon={<UserPlus size={17} />} onSelect={props.onInvite}>
          Add people
        </MenuItem>
      )}
      <MenuItem icon={<Users size={17} />} onSelect={props.onMembers}>
        Members
      </MenuItem>
      <MenuItem icon={<LinkIcon size={17} />} onSelect={props.onCopyLink}>
        Copy link to channel
      </MenuItem>
      {isOpen && (
        <>
          <MenuSeparator />
          <MenuItem icon={<MessageSquare size={17} />} onSelect={props.onTopic}>
            Edit topic
          </MenuItem>
          <MenuItem icon={<Info size={17} />} onSelect={props.onPurpose}>
            Edit purpose
          </MenuItem>
          <MenuItem icon={<Pencil size={17} />} onSelect={props.onRename}>
            Rename channel
          </MenuItem>
        </>
      )}
      {props.isMember && !props.isGeneral && (
        <>
          <MenuSeparator />
          <MenuItem icon={<LogOut size={17} />} onSelect={props.onLeave}>
            Leave channel
          </MenuItem>
          {!props.isArchived && (
            <MenuItem danger icon={<Archive size={17} />} onSelect={props.onArchive}>
              Archive channel
            </MenuItem>
          )}
        </>
      )}
      {props.isArchived && (props.isAdministrator || props.isMember) && (
        <MenuItem icon={<ArchiveRestore size={17} />} onSelect={props.onUnarchive}>
          Bring back from the archive
        </MenuItem>
      )}
    </Menu>
  );
}
