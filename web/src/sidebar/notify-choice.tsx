import { preferencesOf } from '../../../client/session/sidebar-sections.ts';
import type { NotifyLevel } from '../../../shared/preferences.ts';
import { useSelected } from '../app/use-selected.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { MenuChoice } from '../design/menu.tsx';
import { useChannelCommands } from './channel-commands.ts';
import { sidebarText } from './text.ts';

/** Of which messages in a channel one wants to be notified; within a menu. */
export function NotifyChoice({ channelId }: { channelId: string }) {
  const t = sidebarText();
  const { session } = useWorkspace();
  const own = useSelected(session, (state) => preferencesOf(state, channelId).notify);
  const everywhere = useSelected(session, (state) => state.preferences.notify);
  const { set } = useChannelCommands(channelId);
  const words: Record<NotifyLevel, string> = {
    all: t.notifyAll,
    mentions: t.notifyMentions,
    nothing: t.notifyNothing,
  };
  const levels = ['all', 'mentions', 'nothing'] as const;
  return (
    <MenuChoice<NotifyLevel | 'default'>
      value={own ?? 'default'}
      choices={[
        { value: 'default', label: t.notifyDefault(words[everywhere]) },
        ...levels.map((level) => ({ value: level, label: words[level] })),
      ]}
      onChoose={(level) => set({ notify: level === 'default' ? null : level })}
    />
  );
}
