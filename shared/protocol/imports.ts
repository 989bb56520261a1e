import { z } from 'zod';
import { ChannelKind } from '../channel.ts';

/**
 * Importing a Slack export. `edgeways.imports.create` names a part size; the file goes up in parts of that size, the last
 * one shorter, as the bodies of `PUT /imports/<id>/parts/<n>` (n from 1), in any order and any number of times;
 * `edgeways.imports.start` begins the work, and `.status` tells how it goes.
 */
export const ImportId = z.string().regex(/^I[A-Z0-9]{10}$/);

export const ImportStatus = z.enum(['uploading', 'running', 'done', 'failed', 'cancelled']);
export type ImportStatus = z.infer<typeof ImportStatus>;

export const ImportSummary = z.object({
  id: ImportId,
  /** The file's name, as the person who imports gave it. */
  name: z.string(),
  /** Bytes. */
  size: z.number().int(),
  status: ImportStatus,
  /** Seconds since 1970. */
  created: z.number().int(),
  finished: z.number().int().nullable(),
  /** Why it failed: a code of `shared/errors.ts`, and a sentence. */
  error: z.string().nullable(),
  error_detail: z.string().nullable(),
});
export type ImportSummary = z.infer<typeof ImportSummary>;

export const ImportCounts = z.object({
  people: z.object({
    /** In the export's list. */
    expected: z.number().int(),
    created: z.number().int(),
    /** Known here by their address, under another id. */
    matched: z.number().int(),
    /** Here already, under their id. */
    present: z.number().int(),
    /** Named by messages and in no list: stood in for. */
    placeholders: z.number().int(),
  }),
  channels: z.object({ expected: z.number().int(), created: z.number().int(), present: z.number().int() }),
  /** Sums of `ImportedChannel`'s. */
  messages: z.object({
    expected: z.number().int(),
    imported: z.number().int(),
    present: z.number().int(),
    lost: z.number().int(),
    repeated: z.number().int(),
  }),
  problems: z.object({ lost: z.number().int(), changed: z.number().int(), note: z.number().int() }),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

/** One conversation of the export. Once it is done, `expected` is the sum of the other four numbers. */
export const ImportedChannel = z.object({
  /** Its id here. */
  id: z.string(),
  /** Its name here; empty for a direct message. */
  name: z.string(),
  kind: ChannelKind,
  done: z.boolean(),
  /** Entries in the day files that could be read so far. */
  expected: z.number().int(),
  imported: z.number().int(),
  /** A message of the same `ts` was here before. */
  present: z.number().int(),
  /** Not imported; each is among the problems. */
  lost: z.number().int(),
  /** Twice in the export, word for word. */
  repeated: z.number().int(),
});
export type ImportedChannel = z.infer<typeof ImportedChannel>;

export const ImportProblem = z.object({
  code: z.string(),
  /** `lost`: not here afterwards. `changed`: here, but not exactly as it was. `note`: as it was; worth knowing. */
  severity: z.enum(['lost', 'changed', 'note']),
  /** The file of the export, or the channel. */
  where: z.string(),
  /** The message, as the file names it. */
  ts: z.string().optional(),
  /** A sentence for people. Quotes the export, so it is text, never markup. */
  detail: z.string(),
});
export type ImportProblem = z.infer<typeof ImportProblem>;

export const ImportPhase = z.enum(['upload', 'assemble', 'plan', 'people', 'channels', 'close', 'over']);
export type ImportPhase = z.infer<typeof ImportPhase>;

export const ImportReport = ImportSummary.extend({
  phase: ImportPhase,
  /** Of the phase: parts, people or day files. */
  done: z.number().int(),
  total: z.number().int(),
  part_size: z.number().int(),
  /** Numbers of the parts that are there. */
  parts: z.array(z.number().int()),
  counts: ImportCounts,
  channels: z.array(ImportedChannel).optional(),
  /** One page of them. */
  problems: z.array(ImportProblem).optional(),
});
export type ImportReport = z.infer<typeof ImportReport>;
