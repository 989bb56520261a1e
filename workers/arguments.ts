import type { z } from 'zod';
import { AppError, isErrorCode, type ErrorCode } from '../shared/errors.ts';

/**
 * The value as the schema wants it, or a refusal. A schema names a more particular refusal by using its code as the
 * message, `z.string().max(80, 'invalid_name_maxlength')`, or a caller by field. All else is `invalid_arguments`, with
 * messages in Slack's form.
 */
export function parseArguments<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  refusals: ReadonlyMap<PropertyKey | undefined, ErrorCode> = new Map(),
): z.output<Schema> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  for (const { message, path } of issues) {
    const refusal = isErrorCode(message) ? message : refusals.get(path[0]);
    if (refusal) throw new AppError(refusal);
  }
  throw new AppError('invalid_arguments', { response_metadata: { messages: issues.map(describe) } });
}

function describe(issue: z.core.$ZodIssue): string {
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  if (missing) return `[ERROR] missing required field: ${issue.path.join('.')}`;
  return `[ERROR] ${issue.message} [json-pointer:/${issue.path.join('/')}]`;
}
