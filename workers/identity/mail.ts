import { AppError } from '../../shared/errors.ts';
import type { Delivery } from '../../shared/protocol/auth.ts';

/** A mail, and what it comes down to as one line for the console of a server without mail. */
export type Mail = { to: string; subject: string; text: string; html: string; line: string };

export function mailDelivery(env: Env): Delivery {
  return env.MAIL_FROM !== '' && env.MODE !== 'one-machine' ? 'email' : 'console';
}

/** Sends the mail, or prints its line; refuses with `mail_failed`. */
export async function deliver(env: Env, mail: Mail): Promise<Delivery> {
  const delivery = mailDelivery(env);
  const { line, ...message } = mail;
  if (delivery === 'console') {
    console.log(line);
    return delivery;
  }
  try {
    await env.MAIL.send({ from: { name: 'Edgeways', email: env.MAIL_FROM }, ...message });
  } catch (error) {
    console.error('mail failed', error);
    throw new AppError('mail_failed');
  }
  return delivery;
}
