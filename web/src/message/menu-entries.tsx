import Bell from 'lucide-react/icons/bell';
import BellOff from 'lucide-react/icons/bell-off';
import Bookmark from 'lucide-react/icons/bookmark';
import BookmarkX from 'lucide-react/icons/bookmark-x';
import Clock from 'lucide-react/icons/alarm-clock';
import Copy from 'lucide-react/icons/copy';
import Link from 'lucide-react/icons/link';
import MessageSquareDot from 'lucide-react/icons/message-square-dot';
import MessageSquareText from 'lucide-react/icons/message-square-text';
import Pencil from 'lucide-react/icons/pencil';
import Pin from 'lucide-react/icons/pin';
import PinOff from 'lucide-react/icons/pin-off';
import SmilePlus from 'lucide-react/icons/smile-plus';
import Trash from 'lucide-react/icons/trash-2';
import Users from 'lucide-react/icons/users';
import type { Message } from '../../../shared/message.ts';
import { mayDelete, mayEdit, type MessageActions, type OverlayPlace, type Permissions, rootOf } from './actions.ts';
import type { MessageOverlay } from './message-overlays.tsx';
import { messageActionsText } from './actions-text.ts';

/** One line of a message's menu. `leads`: it opens something else, in the menu's place. */
export interface MenuEntry {
  key: string;
  icon: typeof Bell;
  label: string;
  /** The key that does the same. */
  keys?: string;
  isDanger?: boolean;
  leads?: boolean;
  run: () => void;
}

interface EntriesOptions {
  message: Message;
  place: OverlayPlace;
  permissions: Permissions;
  actions: MessageActions;
  isInThread: boolean;
  isSaved: boolean;
  /** Null for a message that is in no thread. */
  isFollowing: boolean | null;
  onOverlay: (overlay: MessageOverlay) => void;
}

/** All that can be done with a message, in groups. */
export function menuEntries(options: EntriesOptions): MenuEntry[][] {
  const { message, place, permissions, actions, isInThread, isSaved, isFollowing, onOverlay } = options;
  const t = messageActionsText();
  const canChange = !permissions.isReadOnly;
  const isPinned = (message.pinned_to?.length ?? 0) > 0;
  const root = rootOf(message);
  const entry = (shown: boolean, entry: MenuEntry) => (shown ? [entry] : []);

  return [
    [
      ...entry(canChange, {
        key: 'react',
        icon: SmilePlus,
        label: t.addReaction,
        keys: 'R',
        leads: true,
        run: () => onOverlay({ kind: 'picker', message, place }),
      }),
      ...entry(!isInThread, {
        key: 'thread',
        icon: MessageSquareText,
        label: t.replyInThread,
        keys: 'T',
        run: () => actions.openThread(root),
      }),
      ...entry(isFollowing !== null, {
        key: 'follow',
        icon: isFollowing ? BellOff : Bell,
        label: isFollowing ? t.unfollow : t.follow,
        run: () => actions.followThread(root, !isFollowing),
      }),
    ],
    [
      ...entry(true, {
        key: 'save',
        icon: isSaved ? BookmarkX : Bookmark,
        label: isSaved ? t.unsave : t.save,
        keys: 'A',
        run: () => actions.toggleSaved(message),
      }),
      ...entry(true, {
        key: 'remind',
        icon: Clock,
        label: t.remind,
        keys: 'M',
        leads: true,
        run: () => onOverlay({ kind: 'remind', message, place }),
      }),
      ...entry(canChange, {
        key: 'pin',
        icon: isPinned ? PinOff : Pin,
        label: isPinned ? t.unpin : t.pin,
        keys: 'P',
        run: () => actions.togglePin(message),
      }),
      ...entry(!permissions.isReadOnly, {
        key: 'unread',
        icon: MessageSquareDot,
        label: t.markUnread,
        keys: 'U',
        run: () => actions.markUnread(message),
      }),
      ...entry((message.reactions?.length ?? 0) > 0, {
        key: 'reactors',
        icon: Users,
        label: t.whoReacted,
        leads: true,
        run: () => onOverlay({ kind: 'reactors', message }),
      }),
    ],
    [
      { key: 'link', icon: Link, label: t.copyLink, keys: 'L', run: () => actions.copyLink(message) },
      { key: 'text', icon: Copy, label: t.copyText, keys: 'C', run: () => actions.copyText(message) },
    ],
    [
      ...entry(mayEdit(message, permissions), {
        key: 'edit',
        icon: Pencil,
        label: t.editMessage,
        keys: 'E',
        run: () => actions.edit(message.ts),
      }),
      ...entry(mayDelete(message, permissions), {
        key: 'delete',
        icon: Trash,
        label: t.deleteMessage,
        keys: 'Del',
        isDanger: true,
        leads: true,
        run: () => actions.remove(message, place.returnFocusTo),
      }),
    ],
  ].filter((group) => group.length > 0);
}
