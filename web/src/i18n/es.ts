import { activity } from './es/activity.ts';
import { admin } from './es/admin.ts';
import { app } from './es/app.ts';
import { channel } from './es/channel.ts';
import { composer } from './es/composer.ts';
import { design } from './es/design.ts';
import { direct } from './es/direct.ts';
import { directory } from './es/directory.ts';
import { drafts } from './es/drafts.ts';
import { emoji } from './es/emoji.ts';
import { errors } from './es/errors.ts';
import { message } from './es/message.ts';
import { messageActions } from './es/message-actions.ts';
import { notifications } from './es/notifications.ts';
import { palette } from './es/palette.ts';
import { people } from './es/people.ts';
import { personCard } from './es/person-card.ts';
import { peopleDialogs } from './es/people-dialogs.ts';
import { pins } from './es/pins.ts';
import { pinsPanel } from './es/pins-panel.ts';
import { saved } from './es/saved.ts';
import { schedule } from './es/schedule.ts';
import { settings } from './es/settings.ts';
import { sidebar } from './es/sidebar.ts';
import { signIn } from './es/sign-in.ts';
import { status } from './es/status.ts';
import { thread } from './es/thread.ts';
import { threads } from './es/threads.ts';
import { unreachable } from './es/unreachable.ts';
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
