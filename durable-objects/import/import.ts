import { DurableObject } from 'cloudflare:workers';
import { refuse, type Outcome } from '../../shared/errors.ts';
import { splitObjectName } from '../../shared/ids.ts';
import { accessShard } from '../../migrations/shards.ts';
import { isSetUp, migrate } from '../storage/migrate.ts';
import { copyToDirectory } from './close.ts';
import type { ImportRpc, ImportSpec, ReportPage } from './import-rpc.ts';
import { openJob } from './job.ts';
import { beginJob, createJobRow, getJobRow, stopJob, type JobRow } from './job-row.ts';
import { importMigrations } from './migrations.ts';
import { keepPart, listParts, partCount, partLength } from './parts.ts';
import { reportOf } from './report.ts';
import { retryDelay, takeTurn } from './turn.ts';

/** An upload that nobody finished is given up, as the bucket does (R2: after seven days). Milliseconds. */
const uploadLifetime = 7 * 24 * 3600 * 1000;

const withoutLists: ReportPage = { lists: false, after: 0, limit: 0 };

/**
 * One import of a Slack export: its upload, its work, and its report. The work is a series of small steps driven by the
 * alarm; where it stands is in the database only, so that a process that dies costs the step that it was in.
 */
export class ImportObject extends DurableObject<Env> implements ImportRpc {
  readonly #sql: SqlStorage;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#sql = ctx.storage.sql;
    if (isSetUp(ctx.storage)) migrate(ctx.storage, importMigrations);
  }

  async open(spec: ImportSpec) {
    migrate(this.ctx.storage, importMigrations);
    createJobRow(this.#sql, splitObjectName(this.ctx.id.name ?? ''), spec, Math.floor(Date.now() / 1000));
    void this.ctx.storage.setAlarm(Date.now() + uploadLifetime);
    return reportOf(this.#sql, withoutLists);
  }

  async expectPart(userId: string, number: number) {
    const access = this.#accessUpload(userId);
    if (!access.ok) return access;
    const length = partLength(access.row, number);
    return length === null
      ? refuse('invalid_arguments')
      : { ok: true as const, uploadId: access.row.upload_id, length };
  }

  async keepPart(userId: string, number: number, etag: string) {
    const access = this.#accessUpload(userId);
    if (!access.ok) return access;
    keepPart(this.#sql, number, etag);
    return { ok: true as const };
  }

  async start(userId: string) {
    const access = this.#access(userId);
    if (!access.ok) return access;
    const isWaiting = access.row.status === 'uploading';
    if (isWaiting && listParts(this.#sql).length < partCount(access.row)) return refuse('upload_incomplete');
    if (beginJob(this.#sql)) void this.ctx.storage.setAlarm(Date.now());
    return this.#reportAndList();
  }

  async report(userId: string, page: ReportPage) {
    const access = this.#access(userId);
    return access.ok ? { ok: true as const, ...reportOf(this.#sql, page) } : access;
  }

  async cancel(userId: string) {
    const access = this.#access(userId);
    if (!access.ok) return access;
    if (stopJob(this.#sql, 'cancelled')) void this.ctx.storage.setAlarm(Date.now());
    return this.#reportAndList();
  }

  override async alarm() {
    if (!isSetUp(this.ctx.storage)) return;
    // Only the time for the upload can have run out.
    if (getJobRow(this.#sql).status === 'uploading') stopJob(this.#sql, 'cancelled');
    try {
      if (await takeTurn(await openJob(this.env, this.ctx.storage))) await this.ctx.storage.setAlarm(Date.now());
    } catch (error) {
      const { id, workspace, failures } = getJobRow(this.#sql);
      console.error({ message: 'a step of an import failed', workspace, import: id, error: String(error) });
      await this.ctx.storage.setAlarm(Date.now() + retryDelay(failures));
    }
  }

  /** The import, for whoever imports; to others it is not there, since its report names private channels. */
  #access(userId: string): Outcome<{ row: JobRow }> {
    if (!isSetUp(this.ctx.storage)) return refuse('import_not_found');
    const row = getJobRow(this.#sql);
    return row.importer === userId ? { ok: true, row } : refuse('import_not_found');
  }

  #accessUpload(userId: string): Outcome<{ row: JobRow }> {
    const access = this.#access(userId);
    return access.ok && access.row.status !== 'uploading' ? refuse('upload_over') : access;
  }

  /** Answers when the workspace's list says the same. */
  async #reportAndList() {
    const db = await accessShard(this.env, getJobRow(this.#sql).workspace);
    await copyToDirectory({ db, sql: this.#sql });
    return { ok: true as const, ...reportOf(this.#sql, withoutLists) };
  }
}
