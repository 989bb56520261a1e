import AlarmClock from 'lucide-react/icons/alarm-clock';
import AtSign from 'lucide-react/icons/at-sign';
import CalendarX from 'lucide-react/icons/calendar-x';
import Highlighter from 'lucide-react/icons/highlighter';
import Megaphone from 'lucide-react/icons/megaphone';
import MessageSquareText from 'lucide-react/icons/message-square-text';
import SmilePlus from 'lucide-react/icons/smile-plus';
import Users from 'lucide-react/icons/users';
import type { ActivityKind } from '../../../shared/activity.ts';

const icons: Record<ActivityKind, typeof AtSign> = {
  mention: AtSign,
  everybody: Megaphone,
  group: Users,
  keyword: Highlighter,
  reply: MessageSquareText,
  reaction: SmilePlus,
  reminder: AlarmClock,
  unscheduled: CalendarX,
};

export function ActivityIcon({ kind, size }: { kind: ActivityKind; size: number }) {
  const Icon = icons[kind];
  return <Icon size={size} aria-hidden="true" />;
}
