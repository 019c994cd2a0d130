/**
 * Loaded with `node --import` into the host and its children: writes down every connection that the process tries to make, and lets it be.
 * One JSON line each, into the file that DAYGROVE_RECORD_SOCKETS names.
 */
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import net from 'node:net';

const file = process.env['DAYGROVE_RECORD_SOCKETS'];

function record(what: string, target: unknown): void {
  if (file !== undefined)
    appendFileSync(file, `${JSON.stringify({ pid: process.pid, what, target: String(target) })}\n`);
}

/** What `connect` was asked for, whichever of its forms was used. Inside, Node passes its own normalised array. */
function targetOf(parameters: readonly unknown[]): string {
  const [first, second] = Array.isArray(parameters[0]) ? (parameters[0] as unknown[]) : parameters;
  if (typeof first !== 'object' || first === null) return `${String(second ?? 'localhost')}:${String(first)}`;
  const { path, host, port } = first as { path?: unknown; host?: unknown; port?: unknown };
  return path === undefined || path === null ? `${String(host ?? 'localhost')}:${String(port)}` : String(path);
}

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (this: net.Socket, ...parameters: unknown[]) {
  record('connect', targetOf(parameters));
  return Reflect.apply(connect, this, parameters) as net.Socket;
};

const { lookup } = dns;
dns.lookup = Object.assign(function (this: unknown, ...parameters: unknown[]) {
  // A server that listens on an address looks that up too; there is nobody to ask.
  if (net.isIP(String(parameters[0])) === 0) record('lookup', parameters[0]);
  return Reflect.apply(lookup, this, parameters) as unknown;
}, lookup) as typeof dns.lookup;

const { send } = dgram.Socket.prototype;
dgram.Socket.prototype.send = function (this: dgram.Socket, ...parameters: unknown[]) {
  record('datagram', parameters.filter((value) => typeof value === 'string').at(-1));
  return Reflect.apply(send, this, parameters) as undefined;
};
