import { expect, test } from 'vitest';
import { Ledger } from '../record/ledger.ts';
import { Witness } from '../record/witness.ts';
import type { Truth } from '../worker/answers.ts';
import { checkHistory } from './history.ts';

type Found = Truth['messages'][number];

/** One message that was sent and acknowledged, and what a channel may make of it. */
function scene() {
  const ledger = new Ledger();
  const witness = new Witness(ledger);
  const text = `said ${ledger.mark('C1')}`;
  const sent = ledger.send({ id: 'one', user: 'U1', channel: 'C1', text, threadTs: null, way: 'queue' });
  sent.outcome = 'done';
  const message: Found = { type: 'message', ts: '1.000001', user: 'U1', text, client_msg_id: 'one' };
  const rulesOf = (messages: Found[]) => {
    const truth: Truth = { epoch: 'e', seq: 1, messages, threads: {}, members: [], places: [] };
    return checkHistory('C1', truth, ledger, witness).map(({ rule }) => rule);
  };
  return { ledger, witness, sent, message, rulesOf };
}

test('a history with what was sent, as it was sent, is right', () => {
  const { message, rulesOf } = scene();
  expect(rulesOf([message])).toEqual([]);
});

test('an acknowledged message that is not there, is there twice, or says something else, is found', () => {
  const { message, rulesOf } = scene();
  expect(rulesOf([])).toEqual(['kept']);
  expect(rulesOf([{ ...message, ts: '1.000002' }, message])).toEqual(['kept']);
  expect(rulesOf([{ ...message, text: 'other' }])).toEqual(['kept']);
});

test('a message that may not have arrived may be missing, and one that was refused may be there', () => {
  const { sent, message, rulesOf } = scene();
  sent.outcome = 'unknown';
  expect(rulesOf([])).toEqual([]);
  sent.outcome = 'refused';
  expect(rulesOf([message])).toEqual([]);
});

test('a deletion that was answered is for good; one that was not may have been done', () => {
  const { sent, message, rulesOf } = scene();
  sent.deletions.push({ outcome: 'unknown' });
  expect(rulesOf([])).toEqual([]);
  expect(rulesOf([message])).toEqual([]);
  sent.deletions.push({ outcome: 'done' });
  expect(rulesOf([message])).toEqual(['kept']);
});

test('of edits the last that was answered stands, or one after it that was not', () => {
  const { sent, message, rulesOf } = scene();
  sent.edits.push({ text: 'a', outcome: 'unknown' }, { text: 'b', outcome: 'done' }, { text: 'c', outcome: 'unknown' });
  expect(['a', 'b', 'c'].map((text) => rulesOf([{ ...message, text }]))).toEqual([['kept'], [], []]);
});

test('a message that nobody sent is found, and lines that a channel writes are not', () => {
  const { message, rulesOf } = scene();
  const stranger: Found = { type: 'message', ts: '1.000002', user: 'U2', text: 'who?', client_msg_id: 'two' };
  const line: Found = { type: 'message', subtype: 'channel_join', ts: '1.000003', user: 'U2', text: 'joined' };
  expect(rulesOf([line, stranger, message])).toEqual(['known']);
});

test('what a client sent later and stands before what it sent earlier is found', () => {
  const { ledger, message, rulesOf } = scene();
  const later = ledger.send({ id: 'two', user: 'U1', channel: 'C1', text: 'later', threadTs: null, way: 'queue' });
  later.outcome = 'done';
  const found: Found = { type: 'message', ts: '1.000002', user: 'U1', text: 'later', client_msg_id: 'two' };
  expect(rulesOf([found, message])).toEqual([]);
  expect(rulesOf([message, { ...found, ts: '1.000000' }])).toEqual(['order']);
});

test('what was pushed and is not there is found; and so is a number that was given twice', () => {
  const { witness, rulesOf } = scene();
  const event = { type: 'message', ts: '2.000000', event_ts: '2.000000', channel: 'C1', channel_type: 'channel' };
  const frame = (ts: string, id: string) =>
    JSON.stringify({
      type: 'events',
      seq: 7,
      events: [{ ...event, ts, event_ts: ts, user: 'U9', text: 'gone', client_msg_id: id }],
    });
  witness.frame('C1', frame('2.000000', 'gone'));
  expect(rulesOf([])).toContain('durable');
  witness.frame('C1', frame('2.000000', 'gone'));
  expect(witness.violations).toEqual([]);
  witness.frame('C1', frame('3.000000', 'other'));
  expect(witness.violations).toMatchObject([{ rule: 'durable' }]);
});

test('a reaction that was answered is there', () => {
  const { ledger, message, rulesOf } = scene();
  ledger.reaction('C1', message.ts, 'U2', 'wave').changes.push({ isOn: true, outcome: 'done' });
  expect(rulesOf([message])).toEqual(['kept']);
  expect(rulesOf([{ ...message, reactions: [{ name: 'wave', users: ['U2'], count: 1 }] }])).toEqual([]);
});
