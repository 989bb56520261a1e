import type { NotifyLevel, Preferences } from '../../shared/preferences.ts';
import type { WorkspacePolicies } from '../../shared/workspace.ts';
import { Plain } from './answers.ts';
import type { ApiCall } from './api-call.ts';
import { methodsOver, type InChannel, type Method, type OneMessage, type Paging } from './api-method.ts';
import { OwnScheduledAnswer } from './message-answers.ts';
import * as personal from './personal-answers.ts';
import { PoliciesAnswer } from './workspace-answers.ts';

type OneThread = InChannel & { thread_ts: string };
type OneSection = { section: string };
type Done = typeof Plain;

/** The methods that Slack does not have. Lists have commas between. */
export interface OwnMethods {
  threads: {
    /** Unread ones first, then by the newest reply. */
    list: Method<Paging, typeof personal.ThreadsAnswer>;
    mark: Method<OneThread & { ts: string }, Done>;
    follow: Method<OneThread, Done>;
    unfollow: Method<OneThread, Done>;
    markAll: Method<object, Done>;
  };
  activity: {
    /** Newest first. `kinds`: of `ActivityKind`. */
    list: Method<Paging & { kinds?: string }, typeof personal.ActivityAnswer>;
    /** `at` in milliseconds since 1970. */
    mark: Method<{ at: number }, Done>;
  };
  saved: {
    list: Method<Paging & { state: 'open' | 'done' }, typeof personal.SavedAnswer>;
    /** `due` in seconds since 1970. */
    add: Method<OneMessage & { due?: number }, Done>;
    /** An empty `due` takes it away. */
    update: Method<OneMessage & { due?: number | ''; is_done?: boolean }, Done>;
    remove: Method<OneMessage, Done>;
  };
  sections: {
    create: Method<{ name: string; emoji?: string }, typeof personal.SectionAnswer>;
    update: Method<OneSection & { name?: string; emoji?: string; is_collapsed?: boolean }, Done>;
    remove: Method<OneSection, Done>;
    order: Method<{ sections: string }, Done>;
    /** Without `before` the channel goes to the end. */
    place: Method<InChannel & OneSection & { before?: string }, Done>;
  };
  channels: {
    /** An empty `notify` takes the channel's own level away. */
    setPreferences: Method<InChannel & { is_starred?: boolean; is_muted?: boolean; notify?: NotifyLevel | '' }, Done>;
  };
  preferences: {
    set: Method<{ preferences: Partial<Preferences> }, typeof personal.PreferencesAnswer>;
  };
  conversations: {
    markAll: Method<object, Done>;
  };
  dnd: {
    /** Minutes after midnight; `days` with commas between, 0 is Sunday. */
    setSchedule: Method<{ is_enabled: boolean; start: number; end: number; days: string }, Done>;
  };
  scheduled: {
    list: Method<object, typeof OwnScheduledAnswer>;
    /** `post_at` in seconds since 1970. */
    update: Method<InChannel & { scheduled_message_id: string; text?: string; post_at?: number }, Done>;
  };
  timeZone: {
    /** An IANA name. */
    set: Method<{ tz: string }, Done>;
  };
  unfurls: {
    remove: Method<OneMessage & { url: string }, Done>;
  };
  team: {
    getPolicies: Method<object, typeof PoliciesAnswer>;
    setPolicies: Method<{ policies: Partial<WorkspacePolicies> }, typeof PoliciesAnswer>;
  };
}

export function createOwnMethods(call: ApiCall): OwnMethods {
  const method = methodsOver((name, args, options) => call(`edgeways.${name}`, args, options));
  return {
    threads: {
      list: method('threads.list', personal.ThreadsAnswer),
      mark: method('threads.mark', Plain),
      follow: method('threads.follow', Plain),
      unfollow: method('threads.unfollow', Plain),
      markAll: method('threads.markAll', Plain),
    },
    activity: {
      list: method('activity.list', personal.ActivityAnswer),
      mark: method('activity.mark', Plain),
    },
    saved: {
      list: method('saved.list', personal.SavedAnswer),
      add: method('saved.add', Plain),
      update: method('saved.update', Plain),
      remove: method('saved.remove', Plain),
    },
    sections: {
      create: method('sections.create', personal.SectionAnswer),
      update: method('sections.update', Plain),
      remove: method('sections.remove', Plain),
      order: method('sections.order', Plain),
      place: method('sections.place', Plain),
    },
    channels: {
      setPreferences: method('channels.setPreferences', Plain),
    },
    preferences: {
      set: method('preferences.set', personal.PreferencesAnswer),
    },
    conversations: {
      markAll: method('conversations.markAll', Plain),
    },
    dnd: {
      setSchedule: method('dnd.setSchedule', Plain),
    },
    scheduled: {
      list: method('scheduled.list', OwnScheduledAnswer),
      update: method('scheduled.update', Plain),
    },
    timeZone: {
      set: method('timeZone.set', Plain),
    },
    unfurls: {
      remove: method('unfurls.remove', Plain),
    },
    team: {
      getPolicies: method('team.getPolicies', PoliciesAnswer),
      setPolicies: method('team.setPolicies', PoliciesAnswer),
    },
  };
}
