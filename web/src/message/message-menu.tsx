import { Menu as Base } from '@base-ui/react/menu';
import { Fragment } from 'react';
import type { ChannelHandle } from '../../../client/channel/channel-handle.ts';
import { savedKey } from '../../../client/session/session-state.ts';
import type { Message } from '../../../shared/message.ts';
import { useIsNarrow } from '../app/use-is-narrow.ts';
import { useSelected } from '../app/use-selected.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { cx } from '../design/cx.ts';
import look from '../design/menu.module.css';
import { Popover } from '../design/popover.tsx';
import { giveFocusTo } from '../design/return-focus.ts';
import { useFrequentEmoji } from '../emoji/emoji-use.ts';
import type { MessageActions, OverlayPlace, Permissions } from './actions.ts';
import { rootOf } from './actions.ts';
import { menuEntries } from './menu-entries.tsx';
import styles from './message-menu.module.css';
import type { MessageOverlay } from './message-overlays.tsx';
import { QuickReactions } from './quick-reactions.tsx';
import { messageActionsText } from './actions-text.ts';

interface MessageMenuProps {
  handle: ChannelHandle;
  message: Message;
  place: OverlayPlace;
  permissions: Permissions;
  actions: MessageActions;
  isInThread: boolean;
  onOverlay: (overlay: MessageOverlay) => void;
  onClose: () => void;
}

/** All that can be done with a message: a menu where it was asked for, on a phone a sheet. */
export default function MessageMenu(props: MessageMenuProps) {
  const { handle, message } = props;
  const { session } = useWorkspace();
  const isSaved = useSelected(session, ({ saved }) => saved.has(savedKey(handle.id, message.ts)));
  const isFollowing = useSelected(handle.store, ({ threadStates }) => threadStates.get(rootOf(message))?.isFollowing);
  const isInSomeThread = message.thread_ts !== undefined;
  const groups = menuEntries({
    ...props,
    isSaved,
    isFollowing: isInSomeThread
      ? (isFollowing ?? message.reply_users?.includes(props.permissions.self) ?? false)
      : null,
  });
  return useIsNarrow() ? <Sheet {...props} groups={groups} /> : <Floating {...props} groups={groups} />;
}

type Groups = ReturnType<typeof menuEntries>;

function Floating({ groups, place, onClose }: MessageMenuProps & { groups: Groups }) {
  return (
    <Base.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Base.Portal>
        <Base.Positioner className={look.positioner} anchor={place.anchor} sideOffset={4} align="end">
          <Base.Popup
            className={look.popup}
            aria-label={messageActionsText().actions}
            finalFocus={giveFocusTo(place.returnFocusTo)}
          >
            {groups.map((group, index) => (
              <Fragment key={group[0]?.key}>
                {index > 0 && <Base.Separator className={look.separator} />}
                {group.map(({ key, icon: Icon, label, keys, isDanger, leads, run }) => (
                  <Base.Item
                    key={key}
                    className={cx(look.item, isDanger && look.danger)}
                    closeOnClick={!leads}
                    onClick={run}
                  >
                    <span className={look.icon}>
                      <Icon size={17} />
                    </span>
                    <span className={look.label}>{label}</span>
                    {keys && (
                      <kbd className={styles.keys} aria-hidden="true">
                        {keys}
                      </kbd>
                    )}
                  </Base.Item>
                ))}
              </Fragment>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Sheet({ groups, message, place, permissions, actions, onClose }: MessageMenuProps & { groups: Groups }) {
  const frequent = useFrequentEmoji(6);
  return (
    <Popover
      label={messageActionsText().actions}
      anchor={place.anchor}
      returnFocusTo={place.returnFocusTo}
      className={styles.sheet}
      onClose={onClose}
    >
      {!permissions.isReadOnly && (
        <div className={styles.quick}>
          <QuickReactions
            names={frequent}
            message={message}
            self={permissions.self}
            className={styles.quickButton}
            onReact={(name) => {
              onClose();
              actions.react(message, name);
            }}
          />
        </div>
      )}
      {groups.map((group) => (
        <div key={group[0]?.key} className={styles.group}>
          {group.map(({ key, icon: Icon, label, isDanger, leads, run }) => (
            <button
              key={key}
              type="button"
              className={cx(styles.action, isDanger && styles.danger)}
              onClick={() => {
                run();
                if (!leads) onClose();
              }}
            >
              <Icon size={20} aria-hidden="true" />
              {label}
            </button>
          ))}
        </div>
      ))}
    </Popover>
  );
}
