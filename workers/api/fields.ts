import { AppError } from '../../shared/errors.ts';
import { mediaType, parseJsonObject, readBody } from '../body.ts';
import type { Fields } from './method.ts';

/** 40,000 characters of text as a form's percent signs, and blocks. */
export const maxBodyBytes = 1024 * 1024;

/**
 * The arguments of a call: those of the query, and over them those of the body, which is JSON, a form, or a form in
 * parts, as for Slack's Web API (https://api.slack.com/web#basics).
 */
export async function readFields(request: Request): Promise<Fields> {
  const query = fromEntries(new URL(request.url).searchParams);
  if (request.method === 'GET' || request.method === 'HEAD') return query;
  const bytes = await readBody(request, maxBodyBytes);
  if (bytes.byteLength === 0) return query;
  return { ...query, ...(await readBodyFields(request, bytes)) };
}

async function readBodyFields(request: Request, bytes: Uint8Array<ArrayBuffer>): Promise<Fields> {
  switch (mediaType(request)) {
    case 'application/json':
      return parseJsonObject(bytes);
    case 'application/x-www-form-urlencoded':
      return fromEntries(new URLSearchParams(new TextDecoder().decode(bytes)));
    case 'multipart/form-data':
      return await readParts(request, bytes);
    default:
      throw new AppError('invalid_post_type');
  }
}

async function readParts(request: Request, bytes: Uint8Array<ArrayBuffer>): Promise<Fields> {
  const headers = { 'content-type': request.headers.get('content-type') ?? '' };
  try {
    return fromEntries(await new Response(bytes, { headers }).formData());
  } catch {
    throw new AppError('invalid_form_data');
  }
}

/** The last of several fields with one name counts. A file is a field like any other, for a method that takes one. */
function fromEntries(entries: Iterable<[string, string | File]>): Fields {
  return Object.fromEntries(entries);
}
