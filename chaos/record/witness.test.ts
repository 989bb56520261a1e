import { expect, test } from 'vitest';
import { Ledger } from './ledger.ts';
import { Witness } from './witness.ts';

test('what was written after somebody was removed is not for them, until they are let in again', () => {
  const ledger = new Ledger();
  const witness = new Witness(ledger);
  const before = ledger.mark('C1');
  ledger.removed('C1', 'U1');
  const [after, elsewhere] = [ledger.mark('C1'), ledger.mark('C2')];
  for (const mark of [before, elsewhere]) witness.hear('U1', `"said ${mark}"`);
  witness.hear('U2', `"said ${after}"`);
  expect(witness.violations).toEqual([]);
  witness.hear('U1', `{"text":"said ${after} <@U2>"}`);
  expect(witness.violations).toMatchObject([{ rule: 'removed', channel: 'C1' }]);
  ledger.admitting('C1', 'U1');
  witness.hear('U1', `"said ${after}"`);
  expect(witness.violations).toHaveLength(1);
});

test('a client that polls is shown the same as one with a socket', () => {
  const witness = new Witness(new Ledger());
  const event = {
    type: 'message',
    channel: 'C1',
    channel_type: 'channel',
    user: 'U1',
    text: 'a',
    client_msg_id: 'one',
  };
  const frame = { type: 'events', seq: 1, events: [{ ...event, ts: '1.000000', event_ts: '1.000000' }] };
  witness.polled('C1', JSON.stringify({ ok: true, frames: [frame] }));
  expect([...witness.seen.values()]).toMatchObject([{ channel: 'C1', ts: '1.000000', id: 'one' }]);
});

test('a send that the server fails at is an error of the server', () => {
  const witness = new Witness(new Ledger());
  witness.frame('C1', JSON.stringify({ type: 'refused', client_msg_id: 'one', error: 'internal_error' }));
  witness.frame('C1', JSON.stringify({ type: 'refused', client_msg_id: 'two', error: 'not_in_channel' }));
  expect(witness.violations).toMatchObject([{ rule: 'answers', about: 'one' }]);
});
