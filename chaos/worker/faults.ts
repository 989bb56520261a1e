/** What goes wrong in the server while a chaos run wants it to. Probabilities are for each occasion. */
export interface Faults {
  /** How far the clock is from the true time. Milliseconds; negative: it is slow. */
  skew: number;
  /** An alarm's work is done twice. */
  alarmTwice: number;
  /** An alarm fails, before its work or after: the runtime rings it again. */
  alarmFails: number;
  /** A batch fails before anything was done with it. */
  consumerFails: number;
  /** Half of a batch is done, and then the consumer dies without having acknowledged anything. */
  consumerDies: number;
  /** A batch is done twice, the second time in another order. */
  consumerTwice: number;
  /** A queue does not take what is sent to it: nothing of it, or all of it without the sender's learning so. */
  queueFails: number;
  /** A session fails when a channel tells it something, before it has heard or after. */
  sessionFails: number;
  /** Events of the log whose number has this remainder by `poisonModulus` fail every time; null: none. */
  poison: number | null;
}

export const poisonModulus = 61;

export const noFaults: Faults = {
  skew: 0,
  alarmTwice: 0,
  alarmFails: 0,
  consumerFails: 0,
  consumerDies: 0,
  consumerTwice: 0,
  queueFails: 0,
  sessionFails: 0,
  poison: null,
};
