import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { INSTALLED } from './installed.ts';

/**
 * `npm run bench:peers`: brings the servers that ours is compared with into bench/peers/installed, from npm and, on Debian,
 * from its packages, which are unpacked and not installed.
 */
const npmPackages = ['ws@8.18.3', 'socket.io@4.8.1'];
const debianPackages = ['nats-server'];

mkdirSync(INSTALLED, { recursive: true });
const run = (command: string, ...args: string[]) => execFileSync(command, args, { cwd: INSTALLED, stdio: 'inherit' });
run('npm', 'install', '--prefix', '.', '--no-audit', '--no-fund', ...npmPackages);
try {
  run('apt-get', 'download', ...debianPackages);
  for (const file of readdirSync(INSTALLED)) if (file.endsWith('.deb')) run('dpkg', '-x', file, '.');
} catch {
  console.log(`Without ${debianPackages.join(', ')}: there is no apt-get here, or it did not find them.`);
}
