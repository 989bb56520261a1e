/** What the network does to requests and sockets on their way. Probabilities are for each request, or each socket. */
export interface Trouble {
  /** A request waits before it goes on: it may be overtaken by later ones. */
  delay: number;
  /** A request arrives twice; both are answered before the client gets one of the answers. */
  duplicate: number;
  /** A second copy arrives up to two seconds after the client has its answer, where a repeat is to be harmless. */
  lateCopy: number;
  /** A request is lost before the server has seen it. */
  loseRequest: number;
  /** The answer is lost after the server has acted. */
  loseAnswer: number;
  /** A socket breaks after so many bytes, half-way through a frame. */
  cut: number;
}

export const noTrouble: Trouble = { delay: 0, duplicate: 0, lateCopy: 0, loseRequest: 0, loseAnswer: 0, cut: 0 };

/** Milliseconds. */
export const longestDelay = 300;
export const longestLateness = 2_000;
/** Bytes that a socket that is to break carries at most. */
export const longestCut = 30_000;
