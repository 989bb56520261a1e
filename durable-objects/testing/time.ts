import { runDurableObjectAlarm } from 'cloudflare:test';
import { vi } from 'vitest';

/**
 * Sets the clock that objects look at. Far enough ahead of the real one that the runtime rings no alarm of itself; a test
 * rings them.
 */
export function setClock(iso: string): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(iso) });
}

/** Milliseconds; also backwards. */
export function passTime(milliseconds: number): void {
  vi.setSystemTime(Date.now() + milliseconds);
}

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Rings the object's alarm; false when none is set. */
export function ring(stub: DurableObjectStub): Promise<boolean> {
  return runDurableObjectAlarm(stub);
}

/** Waits for what objects do among themselves, as long as the test may take; what was waited for. */
export function eventually<T>(get: () => T | Promise<T>) {
  return vi.waitUntil(get, { timeout: 60_000, interval: 10 });
}
