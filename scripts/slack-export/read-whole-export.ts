import type { Message } from '../../shared/message.ts';
import type { ExportPlan } from '../../shared/slack-export/plan.ts';
import type { Problem } from '../../shared/slack-export/problems.ts';
import type { RandomAccess } from '../../shared/slack-export/random-access.ts';
import { readDayFile, readPlan } from '../../shared/slack-export/read-export.ts';

export interface WholeExport {
  plan: ExportPlan;
  /** By channel id, in the order read. */
  messages: Map<string, Message[]>;
  unknownUsers: string[];
  problems: Problem[];
  lost: number;
  identical: number;
}

/** Everything in an export at once, in memory: for tests and small exports. Throws where the archive is refused. */
export async function readWholeExport(source: RandomAccess, now: string): Promise<WholeExport> {
  const planned = await readPlan(source);
  if (!planned.ok) throw new Error(`${planned.error}: ${planned.detail}`);
  // Stored and loaded again, as between two steps of an import.
  const plan: ExportPlan = JSON.parse(JSON.stringify(planned.plan));
  const users = new Set(plan.users.map(({ id }) => id));
  const whole: WholeExport = {
    plan,
    messages: new Map(),
    unknownUsers: [],
    problems: [...plan.problems],
    lost: 0,
    identical: 0,
  };
  for (const { id, days } of plan.channels) {
    const fingerprints = new Map<string, string>();
    const messages: Message[] = [];
    for (const day of days) {
      const result = await readDayFile(source, day, {
        isKnownUser: (user) => users.has(user),
        getFingerprint: (ts) => fingerprints.get(ts) ?? null,
        now,
      });
      if (!result.ok) throw new Error(`${result.error}: ${result.detail}`);
      messages.push(...result.messages);
      for (const [ts, fingerprint] of result.fingerprints) fingerprints.set(ts, fingerprint);
      for (const user of result.unknownUsers) users.add(user.id);
      whole.unknownUsers.push(...result.unknownUsers.map((user) => user.id));
      whole.problems.push(...result.problems);
      whole.lost += result.counts.lost;
      whole.identical += result.counts.identical;
    }
    whole.messages.set(id, messages);
  }
  return whole;
}
