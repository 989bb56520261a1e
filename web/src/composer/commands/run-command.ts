import { isDirect } from '../../../../shared/channel.ts';
import { composerText } from '../text.ts';
import { commands } from './catalogue.ts';
import type { Command, CommandOutcome, CommandPlace } from './command.ts';
import type { WrittenCommand } from './parse-command.ts';

/** Does what was written, or says why not. Throws ApiError. */
export async function runCommand({ name, rest }: WrittenCommand, place: CommandPlace): Promise<CommandOutcome> {
  const t = composerText();
  const refused = (why: string): CommandOutcome => ({ kind: 'refused', why });
  const command = commands().find((one) => one.name === name || one.aliases?.includes(name));
  if (command === undefined) return refused(t.noSuchCommand(name));
  if (!command.isForThreads && place.threadTs !== null) return refused(t.notInThreads(name));
  if (!command.isForDirect && isDirect(place.kind)) return refused(t.notInDirect(name));
  if (command.needsWords && rest === '') return refused(t.commandNeeds(name, command.takes));
  return command.run(rest, place);
}

/** Commands that can be given there and whose name begins like that. */
export function findCommands(query: string, { threadTs, kind }: Pick<CommandPlace, 'threadTs' | 'kind'>): Command[] {
  const wanted = query.toLowerCase();
  return commands().filter(
    ({ name, isForThreads, isForDirect }) =>
      name.startsWith(wanted) && (isForThreads || threadTs === null) && (isForDirect || !isDirect(kind)),
  );
}
