import { defineText } from '../i18n/text.ts';

/** Of what stands in the channel's header from the first moment. */
export const english = {
  pins: 'Pins and bookmarks',
};

export const pinsText = defineText('pins', english);
