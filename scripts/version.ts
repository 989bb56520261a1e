import manifest from '../package.json' with { type: 'json' };

/** The version that this copy of the source is, from package.json. */
export function getVersion(): string {
  return manifest.version;
}
