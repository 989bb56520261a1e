import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/**
 * A WebSocket client that costs the load generator as little as it can: a frame's payload is handed on as bytes, undecoded,
 * and nothing is copied that arrives in one piece. Only what a benchmark's own server sends: no fragments, no compression.
 */
export class WireSocket {
  readonly #socket: Socket;
  readonly #onText: (payload: Buffer) => void;
  readonly #onClose: (code: number) => void;
  #rest: Buffer = Buffer.alloc(0);

  /** Resolves when the server has taken the upgrade. `onText` gets each text frame's payload, valid only during the call. */
  static open(
    url: string,
    onText: (payload: Buffer) => void,
    onClose: (code: number) => void = () => undefined,
  ): Promise<WireSocket> {
    const { hostname, port, pathname, search } = new URL(url);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname);
      socket.setNoDelay(true);
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.write(
          [
            `GET ${pathname}${search} HTTP/1.1`,
            `Host: ${hostname}:${port}`,
            'Upgrade: websocket',
            'Connection: Upgrade',
            `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
            'Sec-WebSocket-Version: 13',
            '\r\n',
          ].join('\r\n'),
        );
      });
      let head: Buffer = Buffer.alloc(0);
      const readHead = (chunk: Buffer) => {
        head = Buffer.concat([head, chunk]);
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        socket.off('data', readHead);
        const status = head.toString('latin1', 0, head.indexOf('\r\n'));
        if (!status.includes(' 101 ')) return reject(new Error(`the server answered ${status}`));
        const opened = new WireSocket(socket, onText, onClose);
        resolve(opened);
        opened.#take(head.subarray(end + 4));
      };
      socket.on('data', readHead);
    });
  }

  private constructor(socket: Socket, onText: (payload: Buffer) => void, onClose: (code: number) => void) {
    this.#socket = socket;
    this.#onText = onText;
    this.#onClose = onClose;
    socket.on('data', (chunk: Buffer) => this.#take(chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => onClose(1006));
  }

  send(text: string): void {
    this.#socket.write(encodeFrame(0x81, Buffer.from(text)));
  }

  /** As a machine that loses its power does. */
  destroy(): void {
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    let data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    for (;;) {
      const frame = readFrame(data);
      if (!frame) break;
      data = data.subarray(frame.end);
      if (frame.opcode === 1) this.#onText(frame.payload);
      else if (frame.opcode === 9) this.#socket.write(encodeFrame(0x8a, frame.payload));
      else if (frame.opcode === 8) this.#onClose(frame.payload.length >= 2 ? frame.payload.readUInt16BE() : 1005);
    }
    this.#rest = data;
  }
}

function readFrame(data: Buffer): { opcode: number; payload: Buffer; end: number } | null {
  if (data.length < 2) return null;
  const opcode = (data[0] ?? 0) & 0x0f;
  let length = (data[1] ?? 0) & 0x7f;
  let start = 2;
  if (length === 126) {
    if (data.length < 4) return null;
    length = data.readUInt16BE(2);
    start = 4;
  } else if (length === 127) {
    if (data.length < 10) return null;
    length = Number(data.readBigUInt64BE(2));
    start = 10;
  }
  const end = start + length;
  return data.length < end ? null : { opcode, payload: data.subarray(start, end), end };
}

/** Client frames are masked; a mask of zeros is a mask, and leaves the bytes as they are. */
function encodeFrame(first: number, payload: Buffer): Buffer {
  const { length } = payload;
  const header =
    length < 126
      ? Buffer.from([first, 0x80 | length, 0, 0, 0, 0])
      : Buffer.from([first, 0x80 | 126, length >> 8, length & 0xff, 0, 0, 0, 0]);
  if (length > 65_535) throw new Error('a benchmark sends no frames of this size');
  return Buffer.concat([header, payload]);
}
