import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtInSections, type Section } from '../../shared/preferences.ts';
import {
  addSection,
  isBuiltIn,
  orderSections,
  placeChannel,
  removeSection,
  untouchedSections,
  withoutChannel,
  type Sections,
} from './sections.ts';

const channels = ['C1', 'C2', 'C3', 'C4', 'C5'];
const own = ['L1', 'L2', 'L3'];
const all = [...builtInSections, ...own];
const section = (id: string, ...inIt: string[]): Section => ({
  id,
  name: id,
  emoji: '',
  channels: inIt,
  is_collapsed: false,
});

/** `frees`: the channels that no section is to name any more. */
type Step = { says: string; take: (sections: Sections) => Sections; frees: (before: Sections) => readonly string[] };

const nothing = () => [];
const channel = fc.constantFrom(...channels);
const anySection = fc.constantFrom(...all, 'LNONE');
const has = (sections: Sections, id: string) => sections.some((known) => known.id === id);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(channel, anySection, fc.option(channel, { nil: undefined })).map(([what, where, before]) => ({
    says: `place ${what} in ${where} before ${before}`,
    take: (sections: Sections) => (has(sections, where) ? placeChannel(sections, what, where, before) : sections),
    frees: nothing,
  })),
  channel.map((what) => ({
    says: `take ${what} out`,
    take: (sections: Sections) => withoutChannel(sections, what),
    frees: () => [what],
  })),
  fc.constantFrom(...own).map((id) => ({
    says: `add ${id}`,
    take: (sections: Sections) => (has(sections, id) ? sections : addSection(sections, section(id))),
    frees: nothing,
  })),
  fc.constantFrom(...own).map((id) => ({
    says: `remove ${id}`,
    take: (sections: Sections) => removeSection(sections, id),
    frees: (before: Sections) => before.find((known) => known.id === id)?.channels ?? [],
  })),
  fc.array(anySection).map((ids) => ({
    says: `order ${ids.join()}`,
    take: (sections: Sections) => orderSections(sections, ids),
    frees: nothing,
  })),
);

const namedIn = (sections: Sections) => sections.flatMap(({ channels: inIt }) => inIt);

test('whatever is done, a channel is named at most once, and none is lost from the sidebar', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let sections: Sections = untouchedSections;
      for (const { take, frees } of steps) {
        const before = sections;
        sections = take(sections);
        const named = namedIn(sections);
        expect(new Set(named).size).toBe(named.length);
        const free = frees(before);
        expect(named).toEqual(expect.arrayContaining(namedIn(before).filter((id) => !free.includes(id))));
        // What no section names is shown by the built-in one of its kind, and those are always there, once.
        const ids = sections.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.filter(isBuiltIn).toSorted()).toEqual(builtInSections.toSorted());
      }
    }),
  );
});

test('placing puts a channel before another, or at the end, and takes it from where it was', () => {
  const sections = [section('L1', 'C1', 'C2'), section('L2', 'C3')];
  const inOrder = (after: Sections) => after.map(({ channels: inIt }) => inIt.join());
  expect(inOrder(placeChannel(sections, 'C3', 'L1', 'C2'))).toEqual(['C1,C3,C2', '']);
  expect(inOrder(placeChannel(sections, 'C1', 'L1'))).toEqual(['C2,C1', 'C3']);
  expect(inOrder(placeChannel(sections, 'C1', 'L2', 'C2'))).toEqual(['C2', 'C3,C1']);
  expect(inOrder(placeChannel(sections, 'C1', 'L1', 'C1'))).toEqual(['C2,C1', 'C3']);
});

test('ordering keeps a section that a device did not know of behind its neighbour', () => {
  const sections = ['L1', 'L2', 'L3', 'L4'].map((id) => section(id));
  const ids = (after: Sections) => after.map(({ id }) => id).join();
  expect(ids(orderSections(sections, ['L4', 'L1', 'L3']))).toBe('L4,L1,L2,L3');
  expect(ids(orderSections(sections, ['L3', 'L3', 'L2']))).toBe('L1,L3,L4,L2');
  expect(ids(orderSections(sections, []))).toBe('L1,L2,L3,L4');
});

test('a new section stands after the starred channels', () => {
  expect(addSection(untouchedSections, section('L1')).map(({ id }) => id)).toEqual([
    'starred',
    'L1',
    'channels',
    'direct',
  ]);
});
