import { isErrorCode } from '../../shared/errors.ts';
import { commonErrors } from '../api/common-errors.ts';
import { methods } from '../api/methods.ts';
import { call, type Answer } from './http.ts';
import type { Somebody } from './people.ts';

const byName = new Map(methods.map((method) => [method.name, method]));

/**
 * Calls a method as somebody, or with a token. An error that the method does not declare fails the test, whatever it is
 * about: that is what keeps the reference true.
 */
export async function callAs(who: Pick<Somebody, 'token'> | string, name: string, args: object = {}): Promise<Answer> {
  const answer = await call(name, args, typeof who === 'string' ? who : who.token);
  const { error } = answer;
  const declared = [...commonErrors, ...(byName.get(name)?.errors ?? [])];
  if (error !== undefined && !(isErrorCode(error) && declared.includes(error))) {
    throw new Error(`${name} answered ${error}, which it does not declare`);
  }
  return answer;
}

/** The answer of a call that must succeed. */
export async function succeed(who: Pick<Somebody, 'token'> | string, name: string, args: object = {}): Promise<Answer> {
  const answer = await callAs(who, name, args);
  if (!answer.ok) throw new Error(`${name} refused: ${JSON.stringify(answer)}`);
  return answer;
}
