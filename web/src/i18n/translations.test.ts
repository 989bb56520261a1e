import { describe, expect, test } from 'vitest';
import { english as activity } from '../activity/text.ts';
import { english as emoji } from '../emoji/text.ts';
import { english as message } from '../message/text.ts';
import { english as people } from '../people/text.ts';
import { english as pins } from '../pins/text.ts';
import { english as messageActions } from '../message/actions-text.ts';
import { english as personCard } from '../people/card-text.ts';
import { english as peopleDialogs } from '../people/dialogs-text.ts';
import { english as pinsPanel } from '../pins/panel-text.ts';
import { english as saved } from '../saved/text.ts';
import { english as thread } from '../thread/text.ts';
import { english as threads } from '../threads-view/text.ts';
import { english as admin } from '../admin/text.ts';
import { english as composer } from '../composer/text.ts';
import { english as direct } from '../direct/text.ts';
import { english as directory } from '../directory/text.ts';
import { english as drafts } from '../drafts/text.ts';
import { english as schedule } from '../schedule/text.ts';
import { english as signIn } from '../sign-in/text.ts';
import { english as app } from '../app/text.ts';
import { english as unreachable } from '../app/unreachable-text.ts';
import { english as errors } from '../app/error-text.ts';
import { english as channel } from '../channel/text.ts';
import { english as design } from '../design/text.ts';
import { english as notifications } from '../notifications/text.ts';
import { english as palette } from '../palette/text.ts';
import { english as sidebar } from '../sidebar/text.ts';
import { english as status } from '../status/text.ts';
import { english as settings } from '../settings/text.ts';
import de from './de.ts';
import es from './es.ts';
import type { Translation } from './translation.ts';

const english: Translation = {
  activity,
  emoji,
  message,
  people,
  pins,
  messageActions,
  personCard,
  peopleDialogs,
  pinsPanel,
  saved,
  thread,
  threads,
  unreachable,
  admin,
  composer,
  direct,
  directory,
  drafts,
  schedule,
  signIn,
  app,
  errors,
  channel,
  design,
  notifications,
  palette,
  sidebar,
  status,
  settings,
};

/** Stand for whatever a text is given. */
const given = ['‹first›', '‹second›'];

/** Every text by its path; of those that take something, what they make of it. */
function textsOf(texts: object, path = ''): [path: string, text: string][] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const here = `${path}.${key}`;
    if (typeof value === 'string') return [[here, value]];
    if (typeof value === 'function') return [[here, String(value(...given))]];
    return typeof value === 'object' && value !== null ? textsOf(value, here) : [];
  });
}

describe.each([
  ['German', de],
  ['Spanish', es],
])('%s', (_, translation) => {
  const translated = new Map(textsOf(translation));

  test('says everything that English says, and nothing that English does not', () => {
    expect([...translated.keys()].toSorted()).toEqual(
      textsOf(english)
        .map(([path]) => path)
        .toSorted(),
    );
  });

  test('leaves no text empty', () => {
    expect([...translated].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('leaves nothing out that a text is given', () => {
    const left = textsOf(english).filter(([path, text]) =>
      given.some((word) => text.includes(word) && !translated.get(path)?.includes(word)),
    );
    expect(left.map(([path]) => path)).toEqual([]);
  });
});
