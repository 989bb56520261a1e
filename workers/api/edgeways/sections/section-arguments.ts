import { z } from 'zod';

export const sectionArgument = z.string().describe('Id of a section of the sidebar.');

export const sectionName = z.string().trim().min(1, 'invalid_name').max(80, 'too_long');

/** A short name; whether there is such an emoji is the client's to see. */
export const sectionEmoji = z
  .string()
  .max(100, 'too_long')
  .regex(/^(?:[^:\s]+(?:::skin-tone-[2-6])?)?$/, 'invalid_name');
