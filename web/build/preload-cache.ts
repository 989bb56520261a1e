import type { Plugin } from 'vite';

/** What reads the device's copy of a workspace: loaded apart, and needed at once by whoever has been here before. */
const reader = /\/client\/offline\/indexed-db\.ts$/;

/** Has the browser fetch it while the first script is still being read. */
export function preloadCache(): Plugin {
  return {
    name: 'edgeways-preload-cache',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {} }) {
        const chunk = Object.values(bundle).find(
          (output) => output.type === 'chunk' && reader.test(output.facadeModuleId ?? ''),
        );
        if (!chunk) throw new Error('client/offline/indexed-db.ts is no file of its own any more');
        return [
          {
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/${chunk.fileName}` },
            injectTo: 'head',
          },
        ];
      },
    },
  };
}
