import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import unpackable, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';
import manifest from '../../package.json' with { type: 'json' };
import { getRunFolder } from './run-folder.ts';

const MODULES = join(import.meta.dirname, '../../node_modules');
const PACKAGE = '@sparticuz/chromium';

/** Starts a headless Chromium, which talks to nobody but the pages that a test opens. Close it when done. */
export async function launchBrowser(): Promise<Browser> {
  const folder = await getChromiumFolder();
  const options = {
    executablePath: join(folder, 'chromium'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-domain-reliability',
      '--no-pings',
      // The same glyph positions on every machine.
      '--font-render-hinting=none',
    ],
    env: {
      ...getEnvironment(),
      FONTCONFIG_PATH: join(folder, 'fonts'),
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
    },
  };
  return withTemporaryFolder(getRunFolder(), () => chromium.launch(options));
}

/**
 * The folder with Chromium, its fonts and the libraries that a bare machine lacks. The package has them compressed and
 * unpacks to the temporary folder, where a broken copy would stay: so that is a new one, renamed when it is complete.
 */
async function getChromiumFolder(): Promise<string> {
  const cache = join(MODULES, '.cache');
  const folder = join(cache, `chromium-${manifest.devDependencies[PACKAGE]}`);
  if (existsSync(folder)) return folder;

  mkdirSync(cache, { recursive: true });
  const unpacking = mkdtempSync(join(cache, 'chromium-unpacking-'));
  await withTemporaryFolder(unpacking, () => unpackable.executablePath());
  await withTemporaryFolder(unpacking, () => inflate(join(MODULES, PACKAGE, 'bin/al2023.tar.br')));
  writeFileSync(join(unpacking, 'fonts/fonts.conf'), fontConfiguration(folder));
  try {
    renameSync(unpacking, folder);
  } catch {
    rmSync(unpacking, { recursive: true }); // another process was first
  }
  return folder;
}

/** The package's own configuration looks for its fonts in folders of another system, and text would stay invisible. */
function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <include ignore_missing="yes">/etc/fonts/conf.d</include>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}

/** Runs something that takes its temporary folder from the environment. */
async function withTemporaryFolder<T>(folder: string, action: () => Promise<T>): Promise<T> {
  const { TMPDIR } = process.env;
  process.env['TMPDIR'] = folder;
  try {
    return await action();
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = TMPDIR;
  }
}

function getEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
