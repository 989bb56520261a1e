import type { EncodedEvent } from '../context.ts';

/** Consecutive events as one frame. */
export function eventsFrame(events: readonly EncodedEvent[]): string {
  return frameOf(events, ({ json }) => json);
}

/** The same to somebody who watches these threads, and is told of the others only that there is something new. */
export function eventsFrameFor(events: readonly EncodedEvent[], threads: ReadonlySet<string>): string {
  return frameOf(events, ({ json, light }) =>
    light === undefined || threads.has(light.thread_ts) ? json : JSON.stringify(light),
  );
}

function frameOf(events: readonly EncodedEvent[], encoding: (event: EncodedEvent) => string): string {
  return `{"type":"events","seq":${events[0]?.seq},"events":[${events.map(encoding).join(',')}]}`;
}
