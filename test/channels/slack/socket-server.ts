import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface SocketServer {
  readonly url: string;
  /** What the client sent, oldest first. */
  readonly received: readonly Record<string, unknown>[];
  /** Sends a payload to the connected client the way Slack does in Socket Mode. */
  send(envelopeId: string, type: string, payload: object): void;
  close(): Promise<void>;
}

const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

/** Slack's end of Socket Mode: a WebSocket that says hello, sends envelopes and hears what is acknowledged. */
export async function startSocketServer(): Promise<SocketServer> {
  const received: Record<string, unknown>[] = [];
  const sockets = new Set<Socket>();
  const server = createServer();

  server.on('upgrade', (request, socket: Socket) => {
    const key = request.headers['sec-websocket-key'];
    const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
    const lines = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade'];
    socket.write(`${[...lines, `Sec-WebSocket-Accept: ${accept}`].join('\r\n')}\r\n\r\n`);
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => sockets.delete(socket));
    let unread = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      unread = Buffer.concat([unread, chunk]);
      for (let frame = readFrame(unread); frame; frame = readFrame(unread)) {
        unread = unread.subarray(frame.length);
        if (frame.opcode === PING) socket.write(writeFrame(PONG, frame.payload));
        if (frame.opcode === CLOSE) socket.end(writeFrame(CLOSE, frame.payload));
        if (frame.opcode === TEXT) received.push(JSON.parse(frame.payload.toString('utf8')));
      }
    });
    say(socket, {
      type: 'hello',
      num_connections: 1,
      debug_info: {},
      connection_info: { app_id: 'A0BOWOUT1' },
    });
  });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/link`,
    received,
    send(envelopeId, type, payload) {
      const envelope = {
        envelope_id: envelopeId,
        type,
        payload,
        accepts_response_payload: type !== 'events_api',
      };
      for (const socket of sockets) say(socket, envelope);
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function say(socket: Socket, message: object): void {
  socket.write(writeFrame(TEXT, Buffer.from(JSON.stringify(message))));
}

/** One unmasked frame of at most 65,535 bytes. */
function writeFrame(opcode: number, payload: Buffer): Buffer {
  const short = payload.length < 126;
  const head = Buffer.alloc(short ? 2 : 4);
  head[0] = 0x80 | opcode;
  head[1] = short ? payload.length : 126;
  if (!short) head.writeUInt16BE(payload.length, 2);
  return Buffer.concat([head, payload]);
}

/** The first masked frame in the bytes, or null when it isn't complete yet. */
function readFrame(bytes: Buffer): { opcode: number; payload: Buffer; length: number } | null {
  if (bytes.length < 6) return null;
  const size = bytes.readUInt8(1) & 0x7f;
  const start = size < 126 ? 2 : 4;
  if (bytes.length < start + 4) return null;
  const payloadLength = size < 126 ? size : bytes.readUInt16BE(2);
  const length = start + 4 + payloadLength;
  if (bytes.length < length) return null;
  const mask = bytes.subarray(start, start + 4);
  const payload = Buffer.from(bytes.subarray(start + 4, length).map((byte, i) => byte ^ (mask[i % 4] ?? 0)));
  return { opcode: bytes.readUInt8(0) & 0x0f, payload, length };
}
