import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Files of public/ that the app needs; `_headers` is for the server. */
const publicFolder = join(import.meta.dirname, '../public');
const isPublic = (name: string) => !name.startsWith('_');

/** Of the typeface's files only what most people read; the worker keeps the others when they are needed. */
const isKept = (name: string) => /\.(js|css)$/.test(name) || /latin-(wght|ext).*\.woff2$/.test(name);

/** Writes sw.js: the service worker with the files of this build in it, and a version that is made from them. */
export function buildServiceWorker(): Plugin {
  return {
    name: 'edgeways-service-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const publicFiles = readdirSync(publicFolder).filter(isPublic);
      const built = Object.keys(bundle).filter(isKept);
      const files = ['/', ...publicFiles.map((name) => `/${name}`), ...built.map((name) => `/${name}`)].sort();
      const source = readFileSync(join(import.meta.dirname, '../service-worker.js'), 'utf8');

      const hash = createHash('sha256').update(source);
      for (const [name, output] of Object.entries(bundle).sort(([a], [b]) => (a < b ? -1 : 1))) {
        hash.update(name).update(output.type === 'chunk' ? output.code : output.source);
      }
      for (const name of publicFiles) hash.update(readFileSync(join(publicFolder, name)));
      const version = hash.digest('hex').slice(0, 16);
      this.emitFile({
        type: 'asset',
        fileName: 'sw.js',
        source: source.replace('__VERSION__', version).replace('__FILES__', JSON.stringify(files)),
      });
    },
  };
}
