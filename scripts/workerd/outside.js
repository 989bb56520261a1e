// JavaScript, because scripts/one-machine/outside.ts hands this file to workerd as it is.

/**
 * Where the application's own requests leave the machine. The network behind it looks at the address to which a name has
 * led, so a name that leads inside is refused whatever it looks like.
 */
export default {
  /**
   * @param {Request} request
   * @param {{ PUBLIC_NETWORK: { fetch: (request: Request) => Promise<Response> } }} env
   */
  fetch(request, env) {
    return env.PUBLIC_NETWORK.fetch(request);
  },
};
