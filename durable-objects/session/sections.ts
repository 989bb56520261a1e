import { builtInSections, type Section } from '../../shared/preferences.ts';

/**
 * The order of a sidebar, as values: each function gives the sections as they are afterwards. A channel is named by one
 * section at most; one that is named by none is in the built-in section of its kind.
 */
export type Sections = readonly Section[];

/** The sidebar of somebody who has arranged nothing. */
export const untouchedSections: Sections = builtInSections.map((id) => ({
  id,
  name: '',
  emoji: '',
  channels: [],
  is_collapsed: false,
}));

export function isBuiltIn(id: string): boolean {
  return builtInSections.some((builtIn) => builtIn === id);
}

/** Puts a channel into a section: before another of its channels, or at the end. */
export function placeChannel(sections: Sections, channel: string, sectionId: string, before?: string): Sections {
  return withoutChannel(sections, channel).map((section) => {
    if (section.id !== sectionId) return section;
    const at = before === undefined ? -1 : section.channels.indexOf(before);
    const place = at < 0 ? section.channels.length : at;
    return { ...section, channels: section.channels.toSpliced(place, 0, channel) };
  });
}

export function withoutChannel(sections: Sections, channel: string): Sections {
  return sections.map((section) =>
    section.channels.includes(channel)
      ? { ...section, channels: section.channels.filter((id) => id !== channel) }
      : section,
  );
}

/** A new section goes before the built-in ones that hold everything else, and after the starred channels. */
export function addSection(sections: Sections, section: Section): Sections {
  const place = sections.findIndex(({ id }) => id === 'channels' || id === 'direct');
  return sections.toSpliced(place, 0, section);
}

/** Its channels go back to where they are without a section. */
export function removeSection(sections: Sections, sectionId: string): Sections {
  return sections.filter(({ id }) => id !== sectionId);
}

/** Those that are named, in this order; one that is not, because its device knew nothing of it, stays behind its neighbour. */
export function orderSections(sections: Sections, ids: readonly string[]): Sections {
  const ordered = [...new Set(ids)].flatMap((id) => sections.filter((section) => section.id === id));
  for (const [index, section] of sections.entries()) {
    if (ordered.includes(section)) continue;
    const neighbour = sections[index - 1];
    ordered.splice(neighbour ? ordered.indexOf(neighbour) + 1 : 0, 0, section);
  }
  return ordered;
}
