import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { ApiError } from '../../client/index.ts';
import { isErrorCode } from '../../shared/errors.ts';
import { ImportReport } from '../../shared/protocol/imports.ts';
import { isUnreachable, type Access } from './access.ts';
import { ImportError } from './import-error.ts';
import type { ExportFile } from './open-export.ts';
import type { ProgressLine } from './progress-line.ts';

export const ReportAnswer = z.object({ import: ImportReport });

/** How often a part is tried, and how long after a failure it is tried again: so many milliseconds more each time. */
const maxTries = 6;
const retryDelay = 2_000;

/** Brings up those parts of the file that the server does not have, and starts the import; its id. Throws ApiError. */
export async function uploadExport(
  access: Access,
  file: ExportFile,
  resume: string | undefined,
  line: ProgressLine,
  signal: AbortSignal,
): Promise<string> {
  const report = await openUpload(access, file, resume, signal);
  const { id, part_size: partSize } = report;
  if (report.status !== 'uploading') return id;
  if (resume === undefined) console.log(`Import ${id}. Should it be interrupted, go on with --resume ${id}.`);
  const present = new Set(report.parts);
  const count = Math.ceil(file.size / partSize);
  for (let number = 1; number <= count; number += 1) {
    if (present.has(number)) continue;
    line.show(`Uploading part ${number} of ${count}`);
    await putPart(access, id, number, await file.read((number - 1) * partSize, partSize), signal);
  }
  await access.call('edgeways.imports.start', ReportAnswer, { id }, signal);
  return id;
}

async function openUpload(
  access: Access,
  { name, size }: ExportFile,
  resume: string | undefined,
  signal: AbortSignal,
): Promise<ImportReport> {
  if (resume === undefined) {
    return (await access.call('edgeways.imports.create', ReportAnswer, { name, size }, signal)).import;
  }
  const { import: report } = await access.call('edgeways.imports.status', ReportAnswer, { id: resume }, signal);
  if (report.name === name && report.size === size) return report;
  throw new ImportError(`Import ${resume} is of ${report.name} with ${report.size} bytes, which this file is not.`);
}

const PartAnswer = z.union([z.object({ ok: z.literal(true) }), z.object({ ok: z.literal(false), error: z.string() })]);

async function putPart(
  access: Access,
  id: string,
  number: number,
  bytes: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await tryPart(access, id, number, bytes, signal);
    } catch (error) {
      if (!isUnreachable(error) || attempt === maxTries) throw error;
      await wait(attempt * retryDelay, undefined, { signal });
    }
  }
}

async function tryPart(
  { url, token }: Access,
  id: string,
  number: number,
  bytes: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Promise<void> {
  const init = { method: 'PUT', headers: { authorization: `Bearer ${token}` }, body: bytes, signal };
  const response = await fetch(`${url}/imports/${id}/parts/${number}`, init).catch((error: unknown) => {
    signal.throwIfAborted();
    throw new ApiError('network', { cause: String(error) });
  });
  const answer = PartAnswer.safeParse(await response.json().catch(() => null));
  if (!answer.success) throw new ApiError('bad_answer', { status: response.status });
  const { data } = answer;
  if (!data.ok) throw new ApiError(isErrorCode(data.error) ? data.error : 'bad_answer');
}
