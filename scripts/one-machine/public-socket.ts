import type { Plugin } from 'miniflare';
import { z } from 'zod';

/**
 * A plugin for Miniflare: workerd listens on one more socket, whose requests go straight to the Worker that has the
 * binding, and that learns from `cf.clientIp` who is calling.
 *
 * Miniflare's own entry is made for development: callers choose their address, route and error page there by headers,
 * private buckets are served under /cdn-cgi/local, and a request costs twice as much. It stays on loopback, on a
 * random port.
 */
export const plugins: Record<string, Plugin> = {
  'public-socket': {
    getBindings: () => [],
    getNodeBindings: () => ({}),
    getServices: ({ options: { config } }) => {
      const binding = config.env?.['PUBLIC_SOCKET'];
      if (binding === undefined || !('dev' in binding)) return [];
      const { address } = z.object({ options: z.object({ address: z.string() }) }).parse(binding.dev).options;
      const socket = { name: 'public', address, service: { name: `core:user:${config.name}` }, http: {} };
      return { services: [], extensions: [], sockets: [socket] };
    },
  },
};
