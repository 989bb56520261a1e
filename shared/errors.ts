import { z } from 'zod';

/**
 * Every refusal has a code; the Web API's are Slack's names. One list, so that a code cannot be misspelt and the
 * reference can print it.
 */
export const errorCodes = {
  // The request itself
  invalid_arguments: 'An argument is missing, unknown in form, or out of range.',
  invalid_json: 'The body is not JSON.',
  invalid_form_data: 'The body is not a form.',
  invalid_post_type: 'The content type is neither JSON nor a form.',
  request_too_large: 'The body is larger than the method takes.',
  unknown_method: 'There is no method of this name.',
  ratelimited: 'Too many calls; wait for the seconds in Retry-After.',
  internal_error: 'Something failed on our side; the call may be repeated.',
  service_unavailable: 'A part of the service does not answer; try again.',
  // Who calls
  not_authed: 'No token was given.',
  invalid_auth: 'The token is not valid.',
  token_expired: 'The token has expired.',
  token_revoked: 'The token was revoked, or the session signed out.',
  account_inactive: 'The account is deactivated, or no longer a member of the workspace.',
  missing_scope: 'The token lacks a scope that the method needs.',
  invalid_scope: 'There is no such scope.',
  not_allowed_token_type: 'The method does not take this kind of token.',
  no_permission: 'The caller may not do this.',
  restricted_action: 'A setting of the workspace keeps the caller from this.',
  not_an_admin: 'Only administrators may do this.',
  // Things
  channel_not_found: 'There is no such channel, or the caller may not know of it.',
  user_not_found: 'There is no such person.',
  users_not_found: 'None of the addresses belongs to a person here.',
  message_not_found: 'There is no such message.',
  thread_not_found: 'There is no such thread.',
  import_not_found: 'There is no such import.',
  invitation_not_found: 'The invitation does not exist, was used, or has expired.',
  team_not_found: 'There is no such workspace, or the caller may not know of it.',
  workspace_not_found: 'There is no such workspace, or the caller is not in it.',
  // Channels
  not_in_channel: 'The caller is not in the channel.',
  already_in_channel: 'The person is in the channel already.',
  is_archived: 'The channel is archived.',
  not_archived: 'The channel is not archived.',
  already_archived: 'The channel is archived already.',
  cant_archive_general: 'The general channel cannot be archived.',
  cant_leave_general: 'The general channel cannot be left.',
  cant_kick_from_general: 'Nobody can be removed from the general channel.',
  cant_kick_self: 'To leave a channel, leave it.',
  cant_invite_self: 'To join a channel, join it.',
  method_not_supported_for_channel_type: 'The call does not apply to this kind of conversation.',
  name_taken: 'A channel of this name exists.',
  invalid_name_required: 'A name is needed.',
  invalid_name_punctuation: 'A name needs a letter or a digit.',
  invalid_name_maxlength: 'The name is longer than 80 characters.',
  invalid_name_specials: 'A name takes lower-case letters, digits, hyphens and underscores.',
  no_user: 'No person was named.',
  too_long: 'The text is longer than its field takes.',
  not_authorized: 'Only its creator or an administrator may rename the channel.',
  // Messages
  no_text: 'The message is empty.',
  msg_too_long: 'The message is longer than 40,000 characters.',
  msg_blocks_too_long: 'The blocks are larger than a message takes.',
  invalid_blocks: 'The blocks are not of a known form.',
  too_many_attachments: 'A message takes at most 100 attachments.',
  cant_update_message: 'Only the author may edit this message.',
  cant_delete_message: 'Only the author or an administrator may delete this message.',
  edit_window_closed: 'The time in which the message could be edited is over.',
  invalid_ts_latest: '`latest` is not a timestamp.',
  invalid_ts_oldest: '`oldest` is not a timestamp.',
  invalid_timestamp: '`ts` is not a timestamp.',
  invalid_cursor: 'The cursor is not one that we gave out.',
  invalid_limit: '`limit` is out of range.',
  invalid_types: '`types` names a kind of conversation that there is not.',
  // Profiles
  profile_set_failed: 'The profile could not be set.',
  reserved_name: 'This field of the profile cannot be changed here.',
  invalid_profile: 'The profile is not an object of fields and their values.',
  not_admin: 'Only administrators may change the profile of somebody else.',
  cannot_update_admin_user: 'Only an owner may change the profile of an administrator.',
  // Signing in
  invalid_email: 'This is not an e-mail address.',
  invalid_code: 'The code is wrong, used or expired.',
  too_many_attempts: 'Too many tries; ask for a new code later.',
  mail_failed: 'The mail could not be sent.',
  invalid_ticket: 'The ticket is used, expired or for something else.',
  already_in_workspace: 'This address belongs to a member already.',
  last_owner: 'A workspace needs an owner.',
  // The wire
  malformed_frame: 'The frame is not of a known form.',
  frame_too_large: 'The frame is larger than the protocol allows.',
  unsupported_protocol: 'The client speaks another version of the protocol.',
  // Imports
  not_a_zip: 'The file is not a zip archive, or it is cut off.',
  zip_bomb: 'The archive unpacks to more than an export can be.',
  upload_incomplete: 'Parts of the file have not been uploaded.',
  upload_over: 'The import takes no more parts: it was begun, or is over.',
  not_an_export:
    'The archive is not a Slack export: it has none of the lists that one begins with, such as channels.json.',
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** A refusal. Thrown anywhere, formatted in one place; carries nothing but its code and, for the caller, details. */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** Facts that go on the wire beside the code, such as `needed` and `provided` of missing_scope. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, details: Readonly<Record<string, unknown>> = {}) {
    super(errorCodes[code]);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

export type Refusal = {
  ok: false;
  error: ErrorCode;
  /** Seconds, with `ratelimited`. */
  retryAfter?: number;
};

/** How an object answers a call: errors do not keep their class across RPC, so a refusal is a value. */
export type Outcome<T> = ({ ok: true } & T) | Refusal;

export function refuse(error: ErrorCode, retryAfter?: number): Refusal {
  return retryAfter === undefined ? { ok: false, error } : { ok: false, error, retryAfter };
}

/** The answer, or the refusal thrown. */
export function unwrap<T>(outcome: Outcome<T>): { ok: true } & T {
  if (outcome.ok) return outcome;
  const { error, retryAfter } = outcome;
  // A header takes whole seconds, and the client is to come back when the wait is over.
  throw new AppError(error, retryAfter === undefined ? {} : { retry_after: Math.ceil(retryAfter) });
}

export function isErrorCode(value: string): value is ErrorCode {
  return Object.hasOwn(errorCodes, value);
}

export const ErrorCodeSchema = z.custom<ErrorCode>((value) => typeof value === 'string' && isErrorCode(value));
