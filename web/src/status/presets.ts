import type { StatusEnd } from './moments.ts';
import { statusText } from './text.ts';

/** A status that many people set, ready to be taken. */
export interface StatusPreset {
  /** Without colons. */
  emoji: string;
  text: string;
  end: Exclude<StatusEnd, 'custom'>;
}

export function statusPresets(): readonly StatusPreset[] {
  const t = statusText();
  return [
    { emoji: 'spiral_calendar_pad', text: t.presetMeeting, end: 'hour' },
    { emoji: 'headphones', text: t.presetFocus, end: 'hours4' },
    { emoji: 'sandwich', text: t.presetLunch, end: 'hour' },
    { emoji: 'bus', text: t.presetCommuting, end: 'minutes30' },
    { emoji: 'face_with_thermometer', text: t.presetSick, end: 'today' },
    { emoji: 'palm_tree', text: t.presetHoliday, end: 'never' },
  ];
}
