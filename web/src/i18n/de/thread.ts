import type { Translation } from '../translation.ts';

export const thread: Translation['thread'] = {
  title: 'Thread',
  close: 'Thread schließen',
  messages: 'Nachrichten im Thread',
  reply: 'Antworten …',
  alsoTo: (channel) => `Auch an ${channel} senden`,
  follow: 'Diesem Thread folgen',
  unfollow: 'Diesem Thread nicht mehr folgen',
  cannotBeShown: 'Dieser Thread kann nicht angezeigt werden',
  tooManyWaiting: 'Zu viele Nachrichten warten auf den Versand. Warte, bis du wieder verbunden bist.',
};
