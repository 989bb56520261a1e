import { noFaults, type Faults } from './faults.ts';

/** What goes wrong now; one for all objects, since they share an isolate. Gone with the process, and set again after it. */
let faults: Faults = noFaults;

export function setFaults(next: Faults): void {
  faults = next;
}

export function isPoisoned(seq: number, modulus: number): boolean {
  return faults.poison !== null && seq % modulus === faults.poison;
}

/** Whether it happens this time. */
export function happens(fault: Exclude<keyof Faults, 'skew' | 'poison'>): boolean {
  return Math.random() < faults[fault];
}

/** Does the work, and fails before or after it if that is to happen. */
export async function failing<T>(
  fault: 'alarmFails' | 'sessionFails' | 'queueFails',
  work: () => Promise<T>,
): Promise<T> {
  const fails = happens(fault);
  if (fails && Math.random() < 0.5) throw new Error(`chaos: ${fault} before`);
  const result = await work();
  if (fails) throw new Error(`chaos: ${fault} after`);
  return result;
}

const trueNow = Date.now.bind(Date);

/** From here on everything asks a clock that can be set wrong. */
export function bendClock(): void {
  Date.now = () => trueNow() + faults.skew;
}

/** Alarms are set by the bent clock and rung by the true one, as if it were the machine's clock that is wrong. */
export function bendAlarms(ctx: DurableObjectState): DurableObjectState {
  const { storage } = ctx;
  const setAlarm = storage.setAlarm.bind(storage);
  storage.setAlarm = (time, options) => setAlarm(Number(time) - faults.skew, options);
  return ctx;
}
