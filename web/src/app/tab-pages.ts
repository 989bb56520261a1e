import type { WorkspacePage } from './route.ts';

/** The pages that are tabs on a phone. Whatever else is open lies over them and leads back. */
export const tabPages: readonly WorkspacePage[] = ['direct', 'activity', 'saved', 'settings'];
