import { useRef } from 'react';
import { useCommand } from '../palette/command-handlers.ts';

interface ConversationCommands {
  isMember: boolean;
  /** Not a direct message. */
  isRoom: boolean;
  isGeneral: boolean;
  threadTs: string | null;
  onStar: () => void;
  onMute: () => void;
  onMembers: () => void;
  /** Null when nobody can be added. */
  onInvite: (() => void) | null;
  onCopyLink: () => void;
  onLeave: () => void;
  /** Opens a thread, or with null closes it. */
  onThread: (rootTs: string | null) => void;
}

/** What the commands do that are about the open conversation. */
export function useConversationCommands(options: ConversationCommands): void {
  const { isMember, isRoom, isGeneral, threadTs, onThread } = options;
  const lastThread = useRef(threadTs);
  if (threadTs !== null) lastThread.current = threadTs;
  useCommand('star', isMember ? options.onStar : null);
  useCommand('mute', isMember ? options.onMute : null);
  useCommand('channelDetails', options.onMembers);
  useCommand('addPeople', options.onInvite);
  useCommand('copyChannelLink', options.onCopyLink);
  useCommand('leaveChannel', isMember && isRoom && !isGeneral ? options.onLeave : null);
  useCommand('togglePane', () => {
    if (threadTs !== null) return onThread(null);
    if (lastThread.current === null) return false;
    onThread(lastThread.current);
  });
}
