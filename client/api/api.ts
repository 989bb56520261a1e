import { createCall, type ApiCall, type ApiOptions } from './api-call.ts';
import { createMethods, type Methods } from './api-methods.ts';

export type { ApiOptions, CallOptions } from './api-call.ts';

export interface Api extends Methods {
  /** Any method, for instance `call('team.info')`. */
  call: ApiCall;
}

/**
 * The Web API as the signed-in person. A token that has run out is renewed once; a rate limit is waited for, three times
 * and 30 seconds each at most; whatever else goes wrong is an ApiError, and the caller's to repeat.
 */
export function createApi(options: ApiOptions): Api {
  const call = createCall(options);
  return { call, ...createMethods(call) };
}
