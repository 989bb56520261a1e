import { expect, test } from 'vitest';
import { readLayout } from './layout.ts';
import type { ZipEntry } from './zip.ts';

const entry = (name: string): ZipEntry => ({ name, offset: 0, packed: 0, size: 0, method: 'stored', crc32: 0 });
const layoutOf = (...names: string[]) => {
  const { lists, folders, others } = readLayout(names.map(entry));
  return {
    lists: Object.entries(lists).map(([file, { name }]) => [file, name]),
    folders: Object.fromEntries([...folders].map(([folder, days]) => [folder, days.map(({ date }) => date)])),
    others: others.map(({ name }) => name),
  };
};

test('days come in the order of their dates', () => {
  expect(
    layoutOf('users.json', 'a/2024-02-01.json', 'a/2023-12-31.json', 'b/2024-01-01.json', 'a/2024-01-10.json'),
  ).toEqual({
    lists: [['users.json', 'users.json']],
    folders: { a: ['2023-12-31', '2024-01-10', '2024-02-01'], b: ['2024-01-01'] },
    others: [],
  });
});

test('folders around everything are passed over, and a list file deeper down is not taken for one', () => {
  expect(
    layoutOf('x/y/general/users.json', 'x/y/channels.json', 'x/y/general/2024-01-01.json', 'z/2024-01-01.json'),
  ).toEqual({
    lists: [['channels.json', 'x/y/channels.json']],
    folders: { general: ['2024-01-01'] },
    others: ['x/y/general/users.json', 'z/2024-01-01.json'],
  });
});

test('files that are neither lists nor days are named', () => {
  const { others } = layoutOf('users.json', 'canvases.json', 'a/canvas.json', 'a/2024-1-1.json', 'a/b/2024-01-01.json');
  expect(others).toEqual(['canvases.json', 'a/canvas.json', 'a/2024-1-1.json', 'a/b/2024-01-01.json']);
});

test('a folder name that a Mac has decomposed is still the channel’s', () => {
  expect(layoutOf('users.json', 're\u0301sume\u0301/2024-01-01.json').folders).toHaveProperty('r\u00e9sum\u00e9');
});
