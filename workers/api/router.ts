import { AppError } from '../../shared/errors.ts';
import { clientAddress } from '../identity/origin.ts';
import { authenticate, getBearer } from './authenticate.ts';
import { coerceTexts, inputJsonSchema } from './coerce.ts';
import { readFields } from './fields.ts';
import type { Answer, Caller, Fields, Method, OpenContext } from './method.ts';
import { methods } from './methods.ts';
import { RateLimiter, rates, signedInFactor, type Rate } from './rate-limits.ts';
import { requireScope } from './require-scope.ts';

const byName = new Map(methods.map((method) => [method.name, method]));
const limiter = new RateLimiter();

/** Answers one call of a method, or throws the refusal. */
export async function callMethod(name: string, context: OpenContext): Promise<Answer> {
  const { env, request, now } = context;
  const method = byName.get(name);
  if (!method) throw new AppError('unknown_method');
  const { token, ...texts } = await readFields(request);
  const fields = coerceTexts(inputJsonSchema(method.input), texts);
  if (method.scopes === 'open') {
    limit(method, `address:${clientAddress(request)}`, 1, fields, now);
    return method.run(fields, context);
  }
  const { caller, db } = await authenticate(env, getBearer(request) ?? token, now);
  limit(method, identityOf(caller), caller.via === 'session' ? signedInFactor : 1, fields, now);
  requireScope(caller, method.scopes);
  return method.run(fields, { ...context, caller, db });
}

/** Charged before the arguments are looked at, so that wrong calls are limited too. */
function limit(method: Method, identity: string, factor: number, fields: Fields, now: number): void {
  const scaled = ({ perMinute, burst }: Rate) => ({ perMinute: perMinute * factor, burst: burst * factor });
  const key = `${identity} ${method.name}`;
  const charges = [{ key, rate: scaled(rates[method.tier]) }];
  if (method.tier === 'posting' && typeof fields['channel'] === 'string') {
    charges.push({ key: `${key} ${fields['channel'].slice(0, 64)}`, rate: scaled(rates.postingInOneChannel) });
  }
  limiter.take(charges, now);
}

/** A person's devices share their limits; each app token has its own. */
function identityOf(caller: Caller): string {
  return `${caller.workspaceId} ${caller.via === 'session' ? caller.userId : caller.tokenHash}`;
}
