import type { Truth } from './truth.ts';

/** An export for tests inside workerd, which cannot make one; the zip in Base64. */
export interface ProvidedExport {
  zip: string;
  truth: Truth;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Of today's format, with all that an importer has to get right, and some faults. */
    generatedExport: ProvidedExport;
    /** The same with a day file that unpacks to more than it declares. In Base64. */
    lyingExport: string;
  }
}
