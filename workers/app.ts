import type { Context } from 'hono';

/** What every route has at hand. */
export type AppEnv = { Bindings: Env; Variables: { requestId: string } };
export type AppContext = Context<AppEnv>;
