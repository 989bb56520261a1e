import { type CommandId, commandIds, commandOf, isRunnable, type RunnableId } from './commands.ts';
import { formatKeys, matchesKeys, type PressedKeys } from './keys.ts';

/** The command of these keys; null for keys that are none of ours. */
export function findCommand(event: PressedKeys): RunnableId | null {
  for (const id of commandIds) {
    const { keys = [], appKeys = [] } = commandOf(id);
    if (isRunnable(id) && [...keys, ...appKeys].some((each) => matchesKeys(each, event))) return id;
  }
  return null;
}

/** The keys of a command as a person reads them; nothing where it has none here. */
export function keysOf(id: CommandId): string | undefined {
  const { keys, appKeys } = commandOf(id);
  const [first] = keys ?? (isInstalled() ? appKeys : undefined) ?? [];
  return first === undefined ? undefined : formatKeys(first);
}

/** Of what an element names in `data-tip-command`. */
export function keysOfName(name: string): string | undefined {
  const id = commandIds.find((each) => each === name);
  return id && keysOf(id);
}

/** Whether this is the installed app, which gets keys that a browser keeps for itself. */
export function isInstalled(): boolean {
  return typeof matchMedia !== 'undefined' && matchMedia('(display-mode: standalone)').matches;
}
