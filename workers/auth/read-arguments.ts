import type { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import { parseArguments } from '../arguments.ts';
import { mediaType, parseJsonObject, readBody } from '../body.ts';

const maxBodyBytes = 64 * 1024;

/** A person typed these, so the answer says which is wrong. */
const refusals = new Map([
  ['email', 'invalid_email'],
  ['emails', 'invalid_email'],
  ['code', 'invalid_code'],
] as const);

/** The body, which is JSON of that form. Only JSON, because a form is what another site's page could send. */
export async function readArguments<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema>> {
  if (mediaType(request) !== 'application/json') throw new AppError('invalid_post_type');
  return parseArguments(schema, parseJsonObject(await readBody(request, maxBodyBytes)), refusals);
}
