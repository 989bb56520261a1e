import type { ChannelKind } from '../../../shared/channel.ts';
import type { Caller, ScopesByKind, TokenKind } from '../method.ts';
import { requireScope } from '../require-scope.ts';
import type { Scope } from '../../identity/scopes.ts';

type ByKind = Record<ChannelKind, readonly Scope[]>;

/** Which scope, of which one is enough, opens which kind of conversation to which kind of token. */
export type ConversationScopes = Record<TokenKind, ByKind>;

const read: ByKind = { public: ['channels:read'], private: ['groups:read'], im: ['im:read'], mpim: ['mpim:read'] };
export const readScopes: ConversationScopes = { user: read, bot: read };

const history: ByKind = {
  public: ['channels:history'],
  private: ['groups:history'],
  im: ['im:history'],
  mpim: ['mpim:history'],
};
export const historyScopes: ConversationScopes = { user: history, bot: history };

const closed = { private: ['groups:write'], im: ['im:write'], mpim: ['mpim:write'] } satisfies Partial<ByKind>;
export const writeScopes: ConversationScopes = {
  user: { public: ['channels:write'], ...closed },
  bot: { public: ['channels:manage'], ...closed },
};

export const joinScopes: ConversationScopes = {
  user: { public: ['channels:write'], ...closed },
  bot: { public: ['channels:join'], ...closed },
};

export const inviteScopes = widen(writeScopes, { public: 'channels:write.invites', private: 'groups:write.invites' });

export const topicScopes = widen(writeScopes, {
  public: 'channels:write.topic',
  private: 'groups:write.topic',
  im: 'im:write.topic',
  mpim: 'mpim:write.topic',
});

/** What a method declares that takes any kind of conversation: with none of these scopes, no call gets further. */
export function anyOf(scopes: ConversationScopes): ScopesByKind {
  return { user: Object.values(scopes.user).flat(), bot: Object.values(scopes.bot).flat() };
}

/** Refuses with `missing_scope` when the token does not open this kind of conversation. */
export function requireKindScope(caller: Caller, scopes: ConversationScopes, kind: ChannelKind): void {
  requireScope(caller, { [caller.kind]: scopes[caller.kind][kind] });
}

function widen(scopes: ConversationScopes, more: Partial<Record<ChannelKind, Scope>>): ConversationScopes {
  const also = (kind: ChannelKind) => more[kind] ?? [];
  const wider = (byKind: ByKind): ByKind => ({
    public: byKind.public.concat(also('public')),
    private: byKind.private.concat(also('private')),
    im: byKind.im.concat(also('im')),
    mpim: byKind.mpim.concat(also('mpim')),
  });
  return { user: wider(scopes.user), bot: wider(scopes.bot) };
}
