import type { z } from 'zod';
import { readAnswer, type ApiCall, type CallOptions } from './api-call.ts';

/** A method with its answer checked. Throws ApiError, or the signal's reason. */
export type Method<Arguments extends object, Answer extends z.ZodType> = (
  args: Arguments,
  options?: CallOptions,
) => Promise<z.output<Answer>>;

export type Paging = { cursor?: string; limit?: number };
export type InChannel = { channel: string };
export type OneMessage = InChannel & { ts: string };
/** As the older families of methods name a message. */
export type Item = InChannel & { timestamp: string };

/** Makes a method of its name and the form of its answer. */
export type DefineMethod = <Answer extends z.ZodType>(name: string, answer: Answer) => Method<object, Answer>;

export function methodsOver(call: ApiCall): DefineMethod {
  return (name, answer) => async (args, options) => readAnswer(answer, await call(name, args, options));
}
