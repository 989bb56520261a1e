import type { ChannelHandle } from '../../../client/channel/channel-handle.ts';
import { savedKey } from '../../../client/session/session-state.ts';
import type { Workspace } from '../../../client/workspace.ts';
import { permalinkPath } from '../app/route.ts';
import { tell } from '../app/toasts.ts';
import { splitReactionName } from '../emoji/custom-emoji.ts';
import type { Names } from '../people/people-context.tsx';
import { hasReacted, isPlainReply, type MessageActions, rootOf } from './actions.ts';
import { copyToClipboard } from './copy.ts';
import { plainTextOf } from './plain.ts';
import { refused } from './say.ts';
import { messageText } from './text.ts';

type Commands = Pick<
  MessageActions,
  | 'react'
  | 'togglePin'
  | 'toggleSaved'
  | 'markUnread'
  | 'followThread'
  | 'removeUnfurl'
  | 'copyLink'
  | 'copyText'
  | 'dismiss'
  | 'retry'
  | 'discard'
>;

/** What is done with a message at once, without a further question. What goes wrong is told. */
export function createMessageCommands(workspace: Workspace, handle: ChannelHandle, names: Names): Commands {
  const channel = handle.id;
  return {
    react(message, name) {
      const isOn = hasReacted(message, name, workspace.self);
      if (!isOn) noteUse(name);
      (isOn ? handle.unreact(message.ts, name) : handle.react(message.ts, name)).catch(refused());
    },
    togglePin({ ts, pinned_to: pinnedTo }) {
      const isPinned = (pinnedTo?.length ?? 0) > 0;
      (isPinned ? handle.unpin(ts) : handle.pin(ts)).then(
        () => tell(isPinned ? messageText().isUnpinned : messageText().isPinned),
        refused(),
      );
    },
    toggleSaved({ ts }) {
      const isSaved = workspace.session.get().saved.has(savedKey(channel, ts));
      (isSaved ? workspace.removeSaved(channel, ts) : workspace.saveForLater(channel, ts)).then(
        () => tell(isSaved ? messageText().isUnsaved : messageText().isSaved),
        refused(),
      );
    },
    markUnread(message) {
      if (isPlainReply(message)) handle.markThreadUnread(rootOf(message), message.ts);
      else handle.markUnread(message.ts);
    },
    followThread(rootTs, isFollowing) {
      handle
        .followThread(rootTs, isFollowing)
        .then(() => tell(isFollowing ? messageText().isFollowed : messageText().isUnfollowed), refused());
    },
    removeUnfurl({ ts }, url) {
      workspace.api.edgeways.unfurls.remove({ channel, ts, url }).catch(refused());
    },
    copyLink({ ts, thread_ts: root }) {
      const path = permalinkPath(channel, ts, root !== undefined && root !== ts ? root : null);
      copyToClipboard(location.origin + path, messageText().linkCopied);
    },
    copyText: (message) => copyToClipboard(plainTextOf(message.text, names), messageText().textCopied),
    dismiss: handle.dismissEphemeral,
    retry: handle.retry,
    discard: handle.discard,
  };
}

/** For the reactions that are offered first. Not remembering one is no harm. */
function noteUse(name: string): void {
  import('../emoji/emoji-use.ts').then(
    ({ emojiUse }) => emojiUse.note(splitReactionName(name).name),
    () => undefined,
  );
}
