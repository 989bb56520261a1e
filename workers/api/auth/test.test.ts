import { describe, expect, it } from 'vitest';
import { call } from '../../testing/http.ts';
import { createToken, createWorkspace, joinWorkspace } from '../../testing/people.ts';

describe('auth.test', () => {
  it('says who a signed-in person is', async () => {
    const owner = await createWorkspace('Acme');
    const member = await joinWorkspace(owner);
    expect(await call('auth.test', {}, member.token)).toEqual({
      ok: true,
      url: 'http://edgeways.test/',
      user: member.email.split('@')[0],
      team: 'Acme',
      team_id: owner.workspaceId,
      user_id: member.userId,
      is_enterprise_install: false,
    });
  });

  it('says whom an API token acts as', async () => {
    const owner = await createWorkspace();
    const token = await createToken(owner, []);
    expect(await call('auth.test', {}, token)).toMatchObject({ ok: true, user_id: owner.userId });
  });
});
