// JavaScript, because scripts/one-machine/front-door.ts hands this file to workerd as it is.

/**
 * @typedef {{ fetch: (request: Request | string) => Promise<Response> }} Service
 * @typedef {object} FrontDoorEnv
 * @property {Service} READY Answers once the databases have been migrated.
 * @property {Service} APP The application's Worker.
 * @property {Service} ASSETS_OR_APP What Cloudflare puts before it: an asset, or else the Worker.
 * @property {string[]} WORKER_FIRST How paths begin that are never assets (`run_worker_first` in wrangler.toml).
 */

let ready = false;

/**
 * What Cloudflare's edge does in front of a Worker, for the one-machine server: it says who is calling, whatever the
 * caller says itself, and gives the paths of assets to those. A WebSocket passes through at no cost per message.
 */
export default {
  /**
   * @param {Request} request
   * @param {FrontDoorEnv} env
   */
  async fetch(request, env) {
    if (!ready) {
      await env.READY.fetch('http://ready/');
      ready = true;
    }
    const forwarded = new Request(request);
    forwarded.headers.set('CF-Connecting-IP', getCallerAddress(request));
    const { pathname } = new URL(request.url);
    const target = env.WORKER_FIRST.some((start) => pathname.startsWith(start)) ? env.APP : env.ASSETS_OR_APP;
    return target.fetch(forwarded);
  },
};

/**
 * workerd gives `address:port`, with IPv6 addresses in brackets.
 * @param {Request} request
 */
function getCallerAddress(request) {
  const address = request.cf?.['clientIp'];
  return typeof address === 'string' ? address.replace(/:\d+$/, '').replace(/^\[|\]$/g, '') : 'unknown';
}
