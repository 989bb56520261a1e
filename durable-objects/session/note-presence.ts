import { PersonPresence } from '../../shared/presence.ts';
import { changeAvailability, getAvailability } from './availability.ts';
import type { Duty } from './duties.ts';
import type { Device, DeviceSocket, Person } from './person.ts';
import { hearPoller } from './pollers.ts';
import { awayDelay, devicesOf, ownPresenceOf, personPresence } from './presence.ts';
import { tellWatchers } from './watchers.ts';

/**
 * Tells devices and watchers how the person is to be reached, if that is other than what they were told. Called whenever
 * something may have changed it, and whenever somebody asks: that is how a device that fell silent is found out. `from` knows
 * already.
 */
export function notePresence(person: Person, from: DeviceSocket | null = null): void {
  const { sql } = person;
  const { told, turn } = getAvailability(sql);
  const state = personPresence(person);
  const json = JSON.stringify(state);
  if (json === told) return;
  changeAvailability(sql, { told: json, turn: turn + 1 });
  const before = told === null ? null : PersonPresence.parse(JSON.parse(told));
  if (before?.presence !== state.presence) {
    person.push({ type: 'own_presence', presence: ownPresenceOf(person) }, from);
  }
  tellWatchers(person);
}

/**
 * A device says whether the person is at it. In the socket's own memory: a heartbeat writes nothing to the disk. Coming is
 * told at once, going after a while, so a device that says now this, now that, is told of to nobody.
 */
export function setActive(person: Person, device: Device, isActive: boolean): void {
  const { socket } = device;
  if (!socket) hearPoller(person, device.session, { isActive });
  else if (socket.state) socket.setState({ ...socket.state, isActive, heardAt: person.now() });
  if (isActive) deviceCame(person, null);
  else deviceLeft(person, null);
}

/** By hand: away until it is taken back. */
export function setManualAway(person: Person, isAway: boolean): void {
  const before = ownPresenceOf(person);
  if (before.manual_away === isAway) return;
  changeAvailability(person.sql, { manual_away: isAway ? 1 : 0 });
  notePresence(person);
  const presence = ownPresenceOf(person);
  // Otherwise devices have just been told.
  if (presence.presence === before.presence) person.push({ type: 'own_presence', presence });
}

/** Somebody is at a device. The one that has just booted was told then how it is with it. */
export function deviceCame(person: Person, socket: DeviceSocket | null): void {
  stopLeaving(person);
  notePresence(person, socket);
}

/** A device polls. */
export function pollerCame(person: Person, session: string): void {
  const { isActive } = hearPoller(person, session);
  if (isActive) deviceCame(person, null);
}

/** Nobody is at a device any more, or its socket is closing. If it was the last, the person is away after a while. */
export function deviceLeft(person: Person, leaving: DeviceSocket | null): void {
  if (devicesOf(person, leaving).some(({ isActive }) => isActive)) return;
  const { told, away_at } = getAvailability(person.sql);
  const isTold = told !== null && PersonPresence.parse(JSON.parse(told)).presence === 'away';
  if (isTold || away_at !== null) return;
  const at = person.now() + awayDelay;
  changeAvailability(person.sql, { away_at: at });
  person.ringBy(at);
}

function stopLeaving(person: Person): void {
  if (getAvailability(person.sql).away_at !== null) changeAvailability(person.sql, { away_at: null });
}

/** The last device has been gone for long enough. */
export const awayDuty: Duty = {
  name: 'away',
  next: (sql) => getAvailability(sql).away_at,
  async run(person) {
    person.change(() => {
      const { away_at: at } = getAvailability(person.sql);
      if (at === null || at > person.now()) return;
      stopLeaving(person);
      notePresence(person);
    });
  },
};
