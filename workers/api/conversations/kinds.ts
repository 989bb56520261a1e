import { z } from 'zod';
import type { ChannelKind } from '../../../shared/channel.ts';
import type { Caller } from '../method.ts';
import { readScopes, requireKindScope } from './scopes.ts';

const ConversationType = z.enum(['public_channel', 'private_channel', 'mpim', 'im'], 'invalid_types');
type ConversationType = z.infer<typeof ConversationType>;

const kindOf: Record<ConversationType, ChannelKind> = {
  public_channel: 'public',
  private_channel: 'private',
  mpim: 'mpim',
  im: 'im',
};

export const typesArgument = z
  .array(ConversationType, 'invalid_types')
  .default(['public_channel'])
  .describe('Kinds of conversation, separated by commas.');

/** The kinds that are asked for; refuses with `missing_scope` when the token does not open one of them. */
export function requireKinds(caller: Caller, asked: readonly ConversationType[]): ChannelKind[] {
  const named = asked.length === 0 ? (['public_channel'] as const) : asked;
  const kinds = [...new Set(named.map((type) => kindOf[type]))];
  for (const kind of kinds) requireKindScope(caller, readScopes, kind);
  return kinds;
}
