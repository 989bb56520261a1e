import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import Bell from 'lucide-react/icons/bell';
import BellOff from 'lucide-react/icons/bell-off';
import CheckCheck from 'lucide-react/icons/check-check';
import FolderInput from 'lucide-react/icons/folder-input';
import LinkIcon from 'lucide-react/icons/link';
import LogOut from 'lucide-react/icons/log-out';
import Star from 'lucide-react/icons/star';
import X from 'lucide-react/icons/x';
import { preferencesOf, sidebarSections } from '../../../client/session/sidebar-sections.ts';
import { isDirect, type SidebarChannel } from '../../../shared/channel.ts';
import { openDialog } from '../app/dialog-request.ts';
import { useStore } from '../app/use-store.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { MenuAt, MenuItem, MenuSeparator, SubMenu } from '../design/menu.tsx';
import type { Anchor } from '../design/anchor.ts';
import { copyToClipboard } from '../message/copy.ts';
import { useChannelCommands } from './channel-commands.ts';
import { useChannelLabel } from './channel-label.ts';
import { NotifyChoice } from './notify-choice.tsx';
import { mayHold, placeWithin } from './place.ts';
import { sectionName } from './section-name.ts';
import { sidebarText } from './text.ts';

interface ItemMenuProps {
  channelId: string;
  /** In which it is shown. */
  section: string;
  anchor: Anchor;
  row: HTMLElement;
  onClose: () => void;
}

/** What can be done with a conversation from the sidebar. */
export default function ItemMenu(props: ItemMenuProps) {
  const { session } = useWorkspace();
  const channel = useStore(session).channels.get(props.channelId);
  return channel ? <OpenMenu {...props} channel={channel} /> : null;
}

function OpenMenu({ channel, section, anchor, row, onClose }: ItemMenuProps & { channel: SidebarChannel }) {
  const t = sidebarText();
  const state = useStore(useWorkspace().session);
  const label = useChannelLabel(channel);
  const commands = useChannelCommands(channel.id);
  const preferences = preferencesOf(state, channel.id);
  const sections = sidebarSections(state);
  const here = sections.find((shown) => shown.section.id === section);
  const others = sections.filter((shown) => shown.section.id !== section && mayHold(shown.kind, channel));
  const up = here && placeWithin(here, channel.id, -1);
  const down = here && placeWithin(here, channel.id, 1);
  return (
    <MenuAt anchor={anchor} label={t.menuOf(label)} returnFocusTo={row} onClose={onClose}>
      {(channel.has_unread || channel.mention_count > 0) && (
        <MenuItem icon={<CheckCheck size={16} />} onSelect={commands.markRead}>
          {t.markRead}
        </MenuItem>
      )}
      <MenuItem icon={<Star size={16} />} onSelect={() => commands.set({ is_starred: !preferences.is_starred })}>
        {preferences.is_starred ? t.unstar : t.star}
      </MenuItem>
      <MenuItem icon={<BellOff size={16} />} onSelect={() => commands.set({ is_muted: !preferences.is_muted })}>
        {preferences.is_muted ? t.unmute : t.mute}
      </MenuItem>
      <SubMenu icon={<Bell size={16} />} label={t.notify}>
        <NotifyChoice channelId={channel.id} />
      </SubMenu>
      <MenuItem icon={<LinkIcon size={16} />} onSelect={() => copyToClipboard(commands.link, t.linkCopied)}>
        {t.copyLink}
      </MenuItem>
      <MenuSeparator />
      <SubMenu icon={<FolderInput size={16} />} label={t.moveTo}>
        {others.map((shown) => (
          <MenuItem key={shown.section.id} onSelect={() => commands.place({ section: shown.section.id })}>
            {sectionName(shown)}
          </MenuItem>
        ))}
        {others.length > 0 && <MenuSeparator />}
        <MenuItem onSelect={() => openDialog({ kind: 'create-section', channelId: channel.id })}>
          {t.newSection}
        </MenuItem>
      </SubMenu>
      {up && (
        <MenuItem icon={<ArrowUp size={16} />} onSelect={() => commands.place(up)}>
          {t.moveUp}
        </MenuItem>
      )}
      {down && (
        <MenuItem icon={<ArrowDown size={16} />} onSelect={() => commands.place(down)}>
          {t.moveDown}
        </MenuItem>
      )}
      {(isDirect(channel.kind) || !channel.is_general) && <MenuSeparator />}
      {isDirect(channel.kind) && (
        <MenuItem icon={<X size={16} />} onSelect={commands.hide}>
          {t.hide}
        </MenuItem>
      )}
      {!isDirect(channel.kind) && !channel.is_general && (
        <MenuItem danger icon={<LogOut size={16} />} onSelect={commands.leave}>
          {t.leave}
        </MenuItem>
      )}
    </MenuAt>
  );
}
