import product, { ChannelObject as ProductChannel, SessionObject as ProductSession } from '../../workers/index.ts';
import type { ChannelNews } from '../../durable-objects/session/session-rpc.ts';
import { consume } from './batches.ts';
import { unreliable } from './bindings.ts';
import { bendAlarms, bendClock, failing, happens } from './misfortune.ts';
import { answerQuestion } from './questions.ts';

/**
 * The product's Worker as chaos runs start it: the same code, with things going wrong around it. The product knows
 * nothing of this; chaos/stage/tree.ts builds it in the place of workers/index.ts.
 */
bendClock();

export { QueueObject } from './queue-object.ts';
export { AuditObject, ImportObject, RelayObject } from '../../workers/index.ts';

export class ChannelObject extends ProductChannel {
  constructor(ctx: DurableObjectState, env: Env) {
    super(bendAlarms(ctx), unreliable(env));
  }

  override async alarm() {
    await ring(() => super.alarm());
  }
}

export class SessionObject extends ProductSession {
  constructor(ctx: DurableObjectState, env: Env) {
    super(bendAlarms(ctx), env);
  }

  override async alarm() {
    await ring(() => super.alarm());
  }

  override async hear(news: ChannelNews) {
    return failing('sessionFails', () => super.hear(news));
  }
}

async function ring(work: () => Promise<void>): Promise<void> {
  await failing('alarmFails', async () => {
    await work();
    if (happens('alarmTwice')) await work();
  });
}

export default {
  fetch: (request, env, context) =>
    new URL(request.url).pathname.startsWith('/chaos/')
      ? answerQuestion(request, env)
      : product.fetch(request, env, context),
  queue: consume,
} satisfies ExportedHandler<Env>;
