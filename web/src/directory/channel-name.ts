import { maxNameLength } from '../../../shared/channel.ts';

/** What is typed as a channel's name, on its way to one that the server takes: lower case, hyphens for spaces. */
export function normaliseChannelName(typed: string): string {
  return typed
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s./]+/gu, '-')
    .replace(/[^\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}_-]/gu, '')
    .replace(/-{2,}/g, '-')
    .slice(0, maxNameLength);
}
