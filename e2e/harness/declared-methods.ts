import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const API = join(import.meta.dirname, '../../workers/api');

/** The names of the Web API's methods, read from their declarations: the code itself runs in workerd only. */
export function declaredMethods(): string[] {
  return globSync('*/**/*.ts', { cwd: API })
    .flatMap((path) => /defineMethod\(\{\s*name: '([\w.]+)'/.exec(readFileSync(join(API, path), 'utf8'))?.[1] ?? [])
    .toSorted();
}
