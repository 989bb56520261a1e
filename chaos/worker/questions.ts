import { auditOf } from '../../durable-objects/audit/stub.ts';
import { channelOf } from '../../durable-objects/channel/stub.ts';
import { deadLetters } from '../../migrations/shard/schema.ts';
import { accessShard } from '../../migrations/shards.ts';
import { eq } from 'drizzle-orm';
import type { Faults } from './faults.ts';
import { setFaults } from './misfortune.ts';
import { readTruth } from './truth.ts';

const pageSize = 500;

/** What the chaos run asks of the server besides the API: to make things go wrong, and what the audit log has. */
export async function answerQuestion(request: Request, env: Env): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const workspace = searchParams.get('workspace') ?? '';
  const channel = searchParams.get('channel') ?? '';
  const seq = Number(searchParams.get('seq'));
  switch (pathname) {
    case '/chaos/faults':
      setFaults(await request.json<Faults>());
      return Response.json({});
    case '/chaos/truth':
      return Response.json(await readTruth(env, workspace, channel, searchParams.get('user') ?? ''));
    case '/chaos/audit':
      return Response.json({ entries: await auditOf(env, workspace).read(channel, { after: seq, limit: pageSize }) });
    case '/chaos/dead-letters': {
      const db = await accessShard(env, workspace);
      return Response.json({
        letters: await db.select().from(deadLetters).where(eq(deadLetters.workspaceId, workspace)),
      });
    }
    case '/chaos/replay':
      await channelOf(env, workspace, channel).replay('audit', seq);
      return Response.json({});
    default:
      return new Response(null, { status: 404 });
  }
}
