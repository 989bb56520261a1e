import Archive from 'lucide-react/icons/archive';
import ArchiveRestore from 'lucide-react/icons/archive-restore';
import Bell from 'lucide-react/icons/bell';
import BellOff from 'lucide-react/icons/bell-off';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Info from 'lucide-react/icons/info';
import LinkIcon from 'lucide-react/icons/link';
import LogOut from 'lucide-react/icons/log-out';
import MessageSquare from 'lucide-react/icons/message-square';
import Pencil from 'lucide-react/icons/pencil';
import Star from 'lucide-react/icons/star';
import UserPlus from 'lucide-react/icons/user-plus';
import Users from 'lucide-react/icons/users';
import X from 'lucide-react/icons/x';
import { IconButton } from '../design/icon-button.tsx';
import { Menu, MenuItem, MenuSeparator, SubMenu } from '../design/menu.tsx';
import { NotifyChoice } from '../sidebar/notify-choice.tsx';
import { channelText } from './text.ts';

export interface ChannelMenuProps {
  channelId: string;
  isDirect: boolean;
  isArchived: boolean;
  isGeneral: boolean;
  isMember: boolean;
  isStarred: boolean;
  isMuted: boolean;
  isAdministrator: boolean;
  onInvite: () => void;
  onMembers: () => void;
  onStar: () => void;
  onMute: () => void;
  onRename: () => void;
  onTopic: () => void;
  onPurpose: () => void;
  onCopyLink: () => void;
  onHide: () => void;
  onLeave: () => void;
  onArchive: () => void;
  onUnarchive: () => void;
}

export default function ChannelMenu(props: ChannelMenuProps) {
  const t = channelText();
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label={t.menu}>
          <Ellipsis size={19} />
        </IconButton>
      }
    >
      {props.isMember && <OwnItems {...props} />}
      <MenuItem icon={<LinkIcon size={17} />} onSelect={props.onCopyLink}>
        {t.copyLink}
      </MenuItem>
      {!props.isDirect && <SharedItems {...props} />}
      {props.isDirect && (
        <>
          <MenuSeparator />
          <MenuItem icon={<X size={17} />} onSelect={props.onHide}>
            {t.hide}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}

/** What changes nothing for anybody else. */
function OwnItems({ channelId, isStarred, isMuted, onStar, onMute }: ChannelMenuProps) {
  const t = channelText();
  return (
    <>
      <MenuItem icon={<Star size={17} />} onSelect={onStar}>
        {isStarred ? t.unstar : t.star}
      </MenuItem>
      <MenuItem icon={<BellOff size={17} />} onSelect={onMute}>
        {isMuted ? t.unmuteAction : t.mute}
      </MenuItem>
      <SubMenu icon={<Bell size={17} />} label={t.notifications}>
        <NotifyChoice channelId={channelId} />
      </SubMenu>
    </>
  );
}

function SharedItems(props: ChannelMenuProps) {
  const t = channelText();
  const isOpen = props.isMember && !props.isArchived;
  return (
    <>
      <MenuSeparator />
      {isOpen && (
        <MenuItem icon={<UserPlus size={17} />} onSelect={props.onInvite}>
          {t.addPeople}
        </MenuItem>
      )}
      <MenuItem icon={<Users size={17} />} onSelect={props.onMembers}>
        {t.members}
      </MenuItem>
      {isOpen && (
        <>
          <MenuItem icon={<MessageSquare size={17} />} onSelect={props.onTopic}>
            {t.editTopic}
          </MenuItem>
          <MenuItem icon={<Info size={17} />} onSelect={props.onPurpose}>
            {t.editPurpose}
          </MenuItem>
          <MenuItem icon={<Pencil size={17} />} onSelect={props.onRename}>
            {t.rename}
          </MenuItem>
        </>
      )}
      {props.isMember && !props.isGeneral && (
        <>
          <MenuSeparator />
          <MenuItem icon={<LogOut size={17} />} onSelect={props.onLeave}>
            {t.leave}
          </MenuItem>
          {!props.isArchived && (
            <MenuItem danger icon={<Archive size={17} />} onSelect={props.onArchive}>
              {t.archive}
            </MenuItem>
          )}
        </>
      )}
      {props.isArchived && (props.isAdministrator || props.isMember) && (
        <MenuItem icon={<ArchiveRestore size={17} />} onSelect={props.onUnarchive}>
          {t.unarchive}
        </MenuItem>
      )}
    </>
  );
}
