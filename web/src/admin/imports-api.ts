import { z } from 'zod';
import type { Auth } from '../../../client/auth/auth.ts';
import { nextCursor } from '../../../client/api/answers.ts';
import { ApiError, refusalOf } from '../../../client/api/api-error.ts';
import type { Workspace } from '../../../client/workspace.ts';
import { type ImportProblem, ImportReport, ImportSummary } from '../../../shared/protocol/imports.ts';

const Created = z.object({ import: z.looseObject({ id: z.string() }), part_size: z.number().int().positive() });
const Status = z.object({
  import: ImportReport,
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});
const List = z.object({ imports: z.array(ImportSummary) });

const pageSize = 1000;
const mostProblems = 5000;

/** What the import page asks of the server. Each throws ApiError. */
export interface ImportsApi {
  create: (name: string, size: number) => Promise<{ id: string; partSize: number }>;
  /** Parts are numbered from 1. `onProgress` gets the bytes of the part that are sent. */
  upload: (
    id: string,
    part: number,
    bytes: Blob,
    onProgress: (sent: number) => void,
    signal: AbortSignal,
  ) => Promise<void>;
  start: (id: string) => Promise<void>;
  cancel: (id: string) => Promise<void>;
  /** How it goes, without channels and problems. */
  status: (id: string) => Promise<ImportReport>;
  /** With the channels and the problems, as many as one may want to read. */
  report: (id: string) => Promise<ImportReport>;
  list: () => Promise<ImportSummary[]>;
}

export function createImportsApi({ api }: Workspace, auth: Auth): ImportsApi {
  return {
    async create(name, size) {
      const answer = read(Created, await api.call('edgeways.imports.create', { name, size }));
      return { id: answer.import.id, partSize: answer.part_size };
    },
    async upload(id, part, bytes, onProgress, signal) {
      await put(`/imports/${id}/parts/${part}`, bytes, await auth.accessToken(), onProgress, signal);
    },
    async start(id) {
      await api.call('edgeways.imports.start', { id });
    },
    async cancel(id) {
      await api.call('edgeways.imports.cancel', { id });
    },
    async status(id) {
      return read(Status, await api.call('edgeways.imports.status', { id, lists: false })).import;
    },
    async report(id) {
      const problems: ImportProblem[] = [];
      let cursor: string | undefined;
      for (;;) {
        const args = { id, limit: pageSize, ...(cursor !== undefined && { cursor }) };
        const page = read(Status, await api.call('edgeways.imports.status', args));
        problems.push(...(page.import.problems ?? []));
        cursor = nextCursor(page) ?? undefined;
        if (cursor === undefined || problems.length >= mostProblems) return { ...page.import, problems };
      }
    },
    async list() {
      return read(List, await api.call('edgeways.imports.list')).imports;
    },
  };
}

function read<S extends z.ZodType>(schema: S, answer: unknown): z.output<S> {
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw new ApiError('bad_answer', { issues: parsed.error.issues });
  return parsed.data;
}

/** XMLHttpRequest, because fetch does not tell how much has been sent. */
function put(
  path: string,
  body: Blob,
  token: string,
  onProgress: (sent: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', path);
    request.setRequestHeader('authorization', `Bearer ${token}`);
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onerror = () => reject(new ApiError('network'));
    request.onabort = () => reject(signal.reason);
    request.onload = () => {
      const answer = readJson(request.responseText);
      if (answer.ok === true) resolve();
      else reject(refusalOf(answer));
    };
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(body);
  });
}

function readJson(text: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    return {};
  }
}
