import type { SidebarSection } from '../../../client/session/sidebar-sections.ts';
import { sidebarText } from './text.ts';

/** What a section is called: as its owner named it, or, built in, as we do. */
export function sectionName({ section, kind }: Pick<SidebarSection, 'section' | 'kind'>): string {
  return kind === 'custom' ? section.name : sidebarText()[kind];
}
