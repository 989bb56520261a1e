import { Hono } from 'hono';
import { AppError } from '../shared/errors.ts';
import { callMethod } from './api/router.ts';
import type { AppEnv } from './app.ts';
import { sessionRoutes } from './auth/session-routes.ts';
import { signInRoutes } from './auth/sign-in-routes.ts';
import { consume } from './consumers/consume.ts';
import { emojiRoutes } from './emoji/serve.ts';
import { checkHealth } from './health.ts';
import { isSameSite } from './identity/origin.ts';
import { importRoutes } from './imports/upload.ts';
import { polls } from './polls.ts';
import { answerRefusal } from './refusal.ts';
import { secured } from './security-headers.ts';
import { sockets } from './sockets.ts';
import { pictures } from './unfurl/pictures.ts';

export { AuditObject } from '../durable-objects/audit/audit.ts';
export { ChannelObject } from '../durable-objects/channel/channel.ts';
export { ImportObject } from '../durable-objects/import/import.ts';
export { RelayObject } from '../durable-objects/relay/relay.ts';
export { SessionObject } from '../durable-objects/session/session.ts';

const app = new Hono<AppEnv>();
app.onError(answerRefusal);

/** What answers with data. Everything else is an asset; the list is `run_worker_first` in wrangler.toml. */
const dataPaths = ['/api/*', '/auth/*', '/sockets/*', '/imports/*', '/emoji/*', '/pictures/*', '/health'];
for (const path of dataPaths) app.use(path, secured);

app.get('/health', async (c) => {
  const health = await checkHealth(c.env);
  return c.json(health, health.ok ? 200 : 503);
});

app.all('/api/:method', async (c) => {
  const context = { env: c.env, request: c.req.raw, now: Date.now() };
  return c.json({ ok: true, ...(await callMethod(c.req.param('method'), context)) });
});

// Cookies are in play here, so nothing is taken from another site's page.
app.use('/auth/*', async (c, next) => {
  if (!isSameSite(c.req.raw)) throw new AppError('no_permission');
  await next();
});
app.route('/auth', signInRoutes);
app.route('/auth', sessionRoutes);
app.route('/sockets', sockets);
app.route('/sockets', polls);
app.route('/imports', importRoutes);
app.route('/emoji', emojiRoutes);
app.route('/pictures', pictures);

for (const path of dataPaths) {
  app.all(path, () => {
    throw new AppError('unknown_method');
  });
}
// Cloudflare asks the Worker when a program that is no browser wants a page of the client, which is not a file.
app.notFound((c) => c.env.ASSETS.fetch(c.req.raw));

export default {
  fetch: app.fetch,
  queue: consume,
} satisfies ExportedHandler<Env, string>;
