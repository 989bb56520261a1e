import type { SessionServerFrame } from '../../shared/protocol/session-socket.ts';
import { closeCodes } from '../../shared/protocol/sockets.ts';
import type { DeviceSocket } from './person.ts';

export function sendTo(socket: DeviceSocket, frame: SessionServerFrame): void {
  sendText(socket, JSON.stringify(frame));
}

/** To a socket that may have gone in the meantime; it then comes back and boots again. */
export function sendText(socket: DeviceSocket, text: string): void {
  try {
    socket.send(text);
  } catch {
    socket.close(closeCodes.tryAgain);
  }
}
