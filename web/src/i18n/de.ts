import { activity } from './de/activity.ts';
import { admin } from './de/admin.ts';
import { app } from './de/app.ts';
import { channel } from './de/channel.ts';
import { composer } from './de/composer.ts';
import { design } from './de/design.ts';
import { direct } from './de/direct.ts';
import { directory } from './de/directory.ts';
import { drafts } from './de/drafts.ts';
import { emoji } from './de/emoji.ts';
import { errors } from './de/errors.ts';
import { message } from './de/message.ts';
import { messageActions } from './de/message-actions.ts';
import { notifications } from './de/notifications.ts';
import { palette } from './de/palette.ts';
import { people } from './de/people.ts';
import { personCard } from './de/person-card.ts';
import { peopleDialogs } from './de/people-dialogs.ts';
import { pins } from './de/pins.ts';
import { pinsPanel } from './de/pins-panel.ts';
import { saved } from './de/saved.ts';
import { schedule } from './de/schedule.ts';
import { settings } from './de/settings.ts';
import { sidebar } from './de/sidebar.ts';
import { signIn } from './de/sign-in.ts';
import { status } from './de/status.ts';
import { thread } from './de/thread.ts';
import { threads } from './de/threads.ts';
import { unreachable } from './de/unreachable.ts';
import type { Translation } from './translation.ts';

export default {
  activity,
  admin,
  app,
  channel,
  composer,
  design,
  direct,
  directory,
  drafts,
  emoji,
  errors,
  message,
  messageActions,
  notifications,
  palette,
  people,
  personCard,
  peopleDialogs,
  pins,
  pinsPanel,
  saved,
  schedule,
  settings,
  sidebar,
  signIn,
  status,
  thread,
  threads,
  unreachable,
} satisfies Translation;
