import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { checkSettings } from './settings.ts';
import { StartError } from './start-error.ts';

test('without settings it listens on loopback, port 8787, and keeps its data in ./data', () => {
  const defaults = { host: '127.0.0.1', port: 8787, dataDir: resolve('data'), demo: false };
  expect(checkSettings({}, [])).toEqual(defaults);
  expect(checkSettings({ HOST: '', PORT: '', DATA_DIR: '' }, [])).toEqual(defaults);
});

test('HOST, PORT, DATA_DIR and --demo are taken', () => {
  const settings = checkSettings({ HOST: '::1', PORT: '65535', DATA_DIR: '/srv/edgeways' }, ['--demo']);
  expect(settings).toEqual({ host: '::1', port: 65_535, dataDir: '/srv/edgeways', demo: true });
});

test.each(['0', '65536', '-1', '80.5', '0x50', 'http', ' 80'])('PORT %j is refused', (port) => {
  expect(() => checkSettings({ PORT: port }, [])).toThrow(
    new StartError(`PORT is ${JSON.stringify(port)}, and has to be a number from 1 to 65535.`),
  );
});

test('an unknown option is refused by name', () => {
  expect(() => checkSettings({}, ['--demos'])).toThrow('There is no option --demos.');
});

test('the demo, where anyone can sign in, is not served to other machines', () => {
  expect(() => checkSettings({ HOST: '0.0.0.0' }, ['--demo'])).toThrow(StartError);
  expect(checkSettings({ HOST: '127.0.0.2' }, ['--demo']).demo).toBe(true);
});
