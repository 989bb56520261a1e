import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ImportReport } from '../../../shared/protocol/imports.ts';
import { sentenceFor } from '../app/error-sentences.ts';
import type { ImportsApi } from './imports-api.ts';
import { uploadInParts } from './upload.ts';

type ImportState =
  | { kind: 'idle' }
  | { kind: 'uploading'; name: string; sent: number; size: number }
  | { kind: 'running'; report: ImportReport }
  | { kind: 'over'; report: ImportReport }
  | { kind: 'failed'; error: string };

/** Milliseconds between two looks at how it goes. */
const pollEvery = 1000;

/** One import at a time: the upload, then what the server says of its progress. */
export function useImport(api: ImportsApi) {
  const [state, setState] = useState<ImportState>({ kind: 'idle' });
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const begin = useCallback((work: (signal: AbortSignal) => Promise<void>) => {
    abort.current?.abort();
    const controller = new AbortController();
    abort.current = controller;
    work(controller.signal).catch((error: unknown) => {
      if (!controller.signal.aborted) setState({ kind: 'failed', error: sentenceFor(error) });
    });
  }, []);

  const follow = useCallback(
    async (id: string, signal: AbortSignal) => {
      for (;;) {
        const report = await api.status(id);
        if (signal.aborted) return;
        const isOver = report.status === 'done' || report.status === 'failed' || report.status === 'cancelled';
        if (isOver) {
          const whole = await api.report(id);
          if (!signal.aborted) setState({ kind: 'over', report: whole });
          return;
        }
        setState({ kind: 'running', report });
        await pause(pollEvery);
      }
    },
    [api],
  );

  return useMemo(
    () => ({
      state,
      cancel: (id: string) => {
        api.cancel(id).catch((error: unknown) => setState({ kind: 'failed', error: sentenceFor(error) }));
      },
      open: (id: string) => begin((signal) => follow(id, signal)),
      reset: () => {
        abort.current?.abort();
        setState({ kind: 'idle' });
      },
      send: (file: File) =>
        begin(async (signal) => {
          setState({ kind: 'uploading', name: file.name, sent: 0, size: file.size });
          const { id, partSize } = await api.create(file.name, file.size);
          await uploadInParts(api, {
            id,
            file,
            partSize,
            signal,
            wait: pause,
            onProgress: (sent) => setState({ kind: 'uploading', name: file.name, sent, size: file.size }),
          });
          await api.start(id);
          await follow(id, signal);
        }),
    }),
    [state, api, begin, follow],
  );
}

function pause(delay: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delay));
}
