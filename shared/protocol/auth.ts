import { z } from 'zod';
import { Role } from '../user.ts';
import { WorkspaceSummary } from '../workspace.ts';

/**
 * Signing in: `POST /auth/…`, JSON in and out, answers like the Web API's: `{ ok: true, … }` or `{ ok: false, error }`.
 * A person first proves an address (code), then uses the proof to enter, join or create a workspace. What comes back is
 * an access token of minutes for the Authorization header; the refresh token goes into a cookie that scripts cannot read.
 */
export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** How a mail goes out: `console` where the server has none, and prints what it would say. */
export const Delivery = z.enum(['email', 'console']);
export type Delivery = z.infer<typeof Delivery>;

/** `/auth/code`: sends a six-digit code. */
export const CodeRequest = z.strictObject({ email: Email });
export const CodeAnswer = z.object({ delivery: Delivery });

/** `/auth/verify`: `proof` is a token that says "this address is theirs", good for 15 minutes. */
export const VerifyRequest = z.strictObject({ email: Email, code: z.string().regex(/^\d{6}$/) });
export const VerifyAnswer = z.object({
  proof: z.string(),
  workspaces: z.array(WorkspaceSummary),
});

const displayName = z.string().trim().min(1).max(80);
const timeZone = z.string().max(64).optional();

/** `/auth/create-workspace`: makes a workspace with the caller as owner and signs in. */
export const CreateWorkspaceRequest = z.strictObject({
  proof: z.string(),
  workspace_name: z.string().trim().min(1).max(80),
  display_name: displayName,
  tz: timeZone,
});
/** `/auth/sign-in`: enters a workspace that the address belongs to. */
export const SignInRequest = z.strictObject({ proof: z.string(), workspace_id: z.string() });
/** `/auth/join`: takes up an invitation; an invitation by e-mail only with a proof of that address. */
export const JoinRequest = z.strictObject({
  proof: z.string(),
  invitation: z.string(),
  display_name: displayName,
  tz: timeZone,
});
/** The answer of the three above and of `/auth/refresh`. */
export const SignedIn = z.object({
  access_token: z.string(),
  /** Seconds. */
  expires_in: z.number(),
  workspace: WorkspaceSummary,
  user: z.object({ id: z.string(), role: Role }),
});
export type SignedIn = z.infer<typeof SignedIn>;

/**
 * `/auth/refresh`: trades the cookie of that workspace for a new one. `attempt` is a random id that the client keeps until
 * the answer has come: a repeat with the same one gets the same answer, so a lost answer costs nothing; any other use of
 * an old cookie ends that device's session.
 */
export const RefreshRequest = z.strictObject({ workspace_id: z.string(), attempt: z.string().min(8).max(64) });

/** `/auth/sign-out`, with an access token. `everywhere`: on all devices, and API tokens are revoked too. */
export const SignOutRequest = z.strictObject({ everywhere: z.boolean().default(false) });

/** `/auth/ticket`, with an access token: a single-use pass of 30 seconds for one socket. */
export const TicketRequest = z.strictObject({ channel: z.string().optional() });
export const TicketAnswer = z.object({ ticket: z.string() });

/** `/auth/invitations`, with an administrator's access token: a link, or mails with a link each. */
export const InviteRequest = z.strictObject({
  emails: z.array(Email).max(50).default([]),
  role: z.enum(['admin', 'member']).default('member'),
});
export const InviteAnswer = z.object({
  /** A link that anybody may use, when no address was named. */
  link: z.string().optional(),
  sent: z.array(z.object({ email: z.string(), link: z.string(), delivery: Delivery })),
  /** Addresses that were not invited, and why: `already_in_workspace`, `account_inactive` or `mail_failed`. */
  refused: z.array(z.object({ email: z.string(), error: z.string() })),
});

/** `GET /auth/invitations/<token>`: who invites whom to what, for the page that the link opens. */
export const InvitationAnswer = z.object({
  workspace: WorkspaceSummary,
  inviter: z.string(),
  email: z.string().nullable(),
});

/** `GET /auth/options`: what the sign-in page should offer. `demo` names people only on a demo server, to the loopback. */
export const OptionsAnswer = z.object({
  mail: Delivery,
  demo: z.array(z.object({ email: z.string(), name: z.string() })),
});
/** `/auth/demo`: signs in as one of them. */
export const DemoRequest = z.strictObject({ email: Email });

/** `GET /auth/devices`, with an access token: where the person is signed in. Times in seconds since 1970. */
export const DevicesAnswer = z.object({
  devices: z.array(
    z.object({ id: z.string(), label: z.string(), created: z.number(), last_used: z.number(), current: z.boolean() }),
  ),
});
/** `/auth/tokens`, with an access token: an API token (`xoxp-…`) that acts as the person, shown once. */
export const TokenRequest = z.strictObject({
  name: z.string().trim().min(1).max(80),
  scopes: z.array(z.string()).max(100),
});
export const TokenAnswer = z.object({ token: z.string(), scopes: z.array(z.string()) });
