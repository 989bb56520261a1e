/** Why a connection will not come back by itself. */
export type GoneReason =
  /** The session on this device has ended; sign in again. */
  | 'signed_out'
  /** Removed from the channel, or it is none of theirs. */
  | 'no_access'
  /** This client is older than the server; reload the page. */
  | 'unsupported_protocol'
  /** The server found our frames malformed; a bug. */
  | 'malformed';

/**
 * What a connection is doing. `polling`: sockets cannot be opened here, and requests carry everything. `offline` is `waiting` while the device says that it has no network. `retryAt` is the time of
 * the next attempt, in milliseconds since 1970.
 */
export type ConnectionState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live'; readonly via: 'socket' | 'polling' }
  | { readonly kind: 'waiting'; readonly retryAt: number }
  | { readonly kind: 'offline'; readonly retryAt: number }
  | { readonly kind: 'gone'; readonly reason: GoneReason };
