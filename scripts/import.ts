import { openExport } from './import/open-export.ts';
import { explain } from './import/explain.ts';
import { followImport } from './import/follow.ts';
import { readOptions, usage } from './import/options.ts';
import { ProgressLine } from './import/progress-line.ts';
import { openAccess } from './import/access.ts';
import { fetchWholeReport, printSummary } from './import/summary.ts';
import { uploadExport } from './import/upload.ts';

/** `npm run import`: a Slack export goes to a server, which imports it; tells how it went. */
async function run(): Promise<number> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (!options) {
    console.log(usage);
    return 0;
  }
  const interrupted = new AbortController();
  process.once('SIGINT', () => interrupted.abort());
  const { signal } = interrupted;
  const line = new ProgressLine(process.stdout);

  const file = await openExport(options.file);
  console.log(`${file.name}: ${file.channels} conversations, ${file.people} people.`);
  const access = await openAccess(options);
  try {
    const id = await uploadExport(access, file, options.resume, line, signal);
    const started = Date.now();
    await followImport(access, id, line, signal);
    line.clear();
    return printSummary(await fetchWholeReport(access, id), Date.now() - started);
  } finally {
    line.clear();
    await file.close();
    await access.close();
  }
}

try {
  process.exitCode = await run();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
