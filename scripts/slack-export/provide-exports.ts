import type { TestProject } from 'vitest/node';
import { lyingZipBomb } from './broken-zips.ts';
import { generateExport } from './generate.ts';
import './provided-exports.ts';

const megabyte = 1024 * 1024;

/** Vitest's global setup: makes exports here, in Node, for tests that run elsewhere. */
export default function setup(project: TestProject): void {
  const { zip, files, truth } = generateExport({ seed: 11, users: 8, channels: 9, days: 4, messagesPerDay: 12 });
  project.provide('generatedExport', { zip: base64(zip), truth });
  project.provide('lyingExport', base64(lyingZipBomb(files, 2 * megabyte, 20)));
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
