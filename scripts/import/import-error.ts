/** Why there is no import, or not a whole one, in words for the person who wants it: printed without a stack. */
export class ImportError extends Error {}
