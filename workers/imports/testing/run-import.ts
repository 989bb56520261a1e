import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { newId } from '../../../shared/ids.ts';
import type { ImportReport } from '../../../shared/protocol/imports.ts';
import { archiveKey } from '../../../durable-objects/import/archive.ts';
import type { ImportObject } from '../../../durable-objects/import/import.ts';
import { openJob, type Job } from '../../../durable-objects/import/job.ts';
import { beginJob } from '../../../durable-objects/import/job-row.ts';
import { takeStep } from '../../../durable-objects/import/step.ts';

/** Who imports, and where. */
export type Importer = { workspaceId: string; userId: string };

/** An import that was begun and whose alarm is not set, so that the test decides when a step is taken. */
export class SteppedImport {
  readonly #importer: Importer;
  readonly stub: DurableObjectStub<ImportObject>;
  readonly key: string;

  private constructor(importer: Importer, id: string) {
    this.#importer = importer;
    this.key = archiveKey(importer.workspaceId, id);
    this.stub = env.IMPORT.getByName(`${importer.workspaceId}:${id}`);
  }

  static async begin(importer: Importer, zip: Uint8Array, { isUploaded = true } = {}): Promise<SteppedImport> {
    const stepped = new SteppedImport(importer, newId('I'));
    await env.FILES.put(stepped.key, zip);
    await stepped.stub.open({
      name: 'export.zip',
      size: zip.length,
      partSize: zip.length,
      importer: importer.userId,
      uploadId: 'none',
    });
    if (isUploaded) await stepped.inside(async ({ sql }) => void beginJob(sql));
    return stepped;
  }

  /** Takes the next step, with the job's tools altered; false when there is none left. */
  async step(alter: (job: Job) => Job = (job) => job): Promise<boolean> {
    return this.inside(async (storage) => takeStep(alter(await openJob(env, storage))));
  }

  /** Takes steps until `isAt` finds the import where it is wanted; without it, all of them. */
  async run(isAt: (sql: SqlStorage) => boolean = () => false): Promise<ImportReport> {
    const isThere = () => this.inside(async ({ sql }) => isAt(sql));
    while (!(await isThere()) && (await this.step()));
    return this.report();
  }

  async inside<T>(work: (storage: DurableObjectStorage) => Promise<T>): Promise<T> {
    return runInDurableObject(this.stub, async (_object, { storage }) => work(storage));
  }

  /** What the object had in memory is gone. */
  async evict(): Promise<void> {
    await evictDurableObject(this.stub);
  }

  async report(): Promise<ImportReport> {
    const outcome = await this.stub.report(this.#importer.userId, { lists: true, after: 0, limit: 1000 });
    if (!outcome.ok) throw new Error(outcome.error);
    return outcome.import;
  }
}

/** Imports the zip; the report when it is over. */
export async function importZip(importer: Importer, zip: Uint8Array): Promise<ImportReport> {
  return (await SteppedImport.begin(importer, zip)).run();
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
