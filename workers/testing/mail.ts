import { vi } from 'vitest';

/** Collects what a server without mail prints instead. Call it in a test; vitest restores the console after. */
export function watchConsole(): { codeFor: (email: string) => string; lines: string[] } {
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: unknown) => {
    lines.push(String(line));
  });
  const codeFor = (email: string) => {
    const start = `sign-in code for ${email}: `;
    const line = lines.findLast((candidate) => candidate.startsWith(start));
    if (!line) throw new Error(`no code was printed for ${email}`);
    return line.slice(start.length);
  };
  return { codeFor, lines };
}
