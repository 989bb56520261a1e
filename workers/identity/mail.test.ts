import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { watchConsole } from '../testing/mail.ts';
import { codeMail, invitationMail } from './mail-texts.ts';
import { deliver, mailDelivery } from './mail.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** A server with mail, and what it sent. */
function withMail(fails = false) {
  const calls: unknown[] = [];
  const MAIL: SendEmail = {
    send: async (mail: unknown) => {
      calls.push(mail);
      if (fails) throw new Error('the address is not verified');
      return { messageId: '1' };
    },
  };
  return { calls, env: { ...env, MODE: 'cloudflare', MAIL_FROM: 'team@edgeways.example', MAIL } };
}

const mail = { to: 'a@example.com', ...codeMail('012345'), line: 'the line' };

describe('mail', () => {
  it('goes out with a text and an HTML part', async () => {
    const server = withMail();
    const { lines } = watchConsole();
    expect(await deliver(server.env, mail)).toBe('email');
    expect(server.calls).toEqual([
      {
        from: { name: 'Edgeways', email: 'team@edgeways.example' },
        to: 'a@example.com',
        subject: '012345 is your Edgeways code',
        text: expect.stringContaining('\n    012345\n'),
        html: expect.stringContaining('>012345</strong>'),
      },
    ]);
    expect(lines).toEqual([]);
  });

  it('that cannot be sent is a refusal', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await expect(deliver(withMail(true).env, mail)).rejects.toMatchObject({ code: 'mail_failed' });
  });

  it('is one line on the console without a sender, and on one machine', async () => {
    const server = withMail();
    const { lines } = watchConsole();
    expect(await deliver({ ...server.env, MAIL_FROM: '' }, mail)).toBe('console');
    expect(await deliver({ ...server.env, MODE: 'one-machine' }, mail)).toBe('console');
    expect([lines, server.calls]).toEqual([['the line', 'the line'], []]);
    expect(mailDelivery(server.env)).toBe('email');
  });

  it('shows names as text, never as HTML', () => {
    const { html, text } = invitationMail(
      '<b>"Acme"</b>',
      "O'Neil & <img src=x>",
      'https://x.example/join/T1-a?b=1&c="',
    );
    expect(html).not.toMatch(/<b>|<img/);
    expect(html).toContain('&lt;b&gt;&quot;Acme&quot;&lt;/b&gt;');
    expect(html).toContain('href="https://x.example/join/T1-a?b=1&amp;c=&quot;"');
    expect(text).toContain('<b>"Acme"</b>');
  });
});
