/** The scopes that a token may have; Slack's names (https://api.slack.com/scopes), as far as a method here asks for one. */
export const scopes = [
  'admin',
  'channels:history',
  'channels:join',
  'channels:manage',
  'channels:read',
  'channels:write',
  'channels:write.invites',
  'channels:write.topic',
  'chat:write',
  'groups:history',
  'groups:read',
  'groups:write',
  'groups:write.invites',
  'groups:write.topic',
  'im:history',
  'im:read',
  'im:write',
  'im:write.topic',
  'mpim:history',
  'mpim:read',
  'mpim:write',
  'mpim:write.topic',
  'team:read',
  'users.profile:read',
  'users.profile:write',
  'users:read',
  'users:read.email',
] as const;

export type Scope = (typeof scopes)[number];

export function isScope(value: string): value is Scope {
  return scopes.some((scope) => scope === value);
}
