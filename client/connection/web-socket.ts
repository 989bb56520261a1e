/** One connection. `close` ends it without a word to the handlers. */
export interface Socket {
  send(text: string): void;
  close(): void;
}

export interface SocketHandlers {
  onText(text: string): void;
  /** It ended, or never came to be; `code` as in the WebSocket protocol. Nothing comes after it. */
  onClose(code: number): void;
}

export type OpenSocket = (url: string, handlers: SocketHandlers) => Socket;

/** With the platform's WebSocket. */
export const openWebSocket: OpenSocket = (url, { onText, onClose }) => {
  const socket = new WebSocket(url);
  let isOver = false;
  socket.onmessage = ({ data }) => {
    if (!isOver && typeof data === 'string') onText(data);
  };
  // An error is always followed by a close.
  socket.onclose = ({ code }) => {
    if (isOver) return;
    isOver = true;
    onClose(code);
  };
  return {
    send: (text) => socket.send(text),
    close() {
      isOver = true;
      socket.close(1000);
    },
  };
};
