import { isHandwritten } from '../../durable-objects/channel/messages/message-rows.ts';
import { maxPreviews, type Attachment, type Unfurl } from '../../durable-objects/channel/attached/previews.ts';
import { channelOf } from '../../durable-objects/channel/stub.ts';
import { accessShard } from '../../migrations/shards.ts';
import { atMost } from '../../shared/at-most.ts';
import { ChannelEvent, isChanged, isPosted } from '../../shared/events.ts';
import type { Message } from '../../shared/message.ts';
import { findLinks } from '../../shared/mrkdwn/links.ts';
import type { Fetch } from '../unfurl/fetch-public.ts';
import { pictureAddress } from '../unfurl/pictures.ts';
import { previewOf, type Wanted } from '../unfurl/preview.ts';
import { getLinked, quoteOf } from '../unfurl/quote.ts';
import { attempt, takeEvents } from './attempt.ts';
import type { LoggedEvent } from './logged-event.ts';
import { settle } from './settle.ts';

/** Links fetched at once: a runtime keeps others waiting for a connection, while the time to fetch them runs. */
const maxFetches = 4;

/** Looks at a link of the open web, when it is its turn. */
type Look = (url: string, wanted: Wanted) => Promise<Attachment | null>;

/**
 * Fetches previews of the links in messages, long after the messages were shown. A message that comes twice gets them
 * once, since its channel knows what it has; a link that gives nothing is let go of, and a message that fails is tried again
 * by itself.
 */
export async function consumeUnfurl(batch: MessageBatch, env: Env, fetch: Fetch = fetchOutside): Promise<void> {
  const turn = atMost(maxFetches);
  // One that fails in a way that nobody foresaw is to keep no other link from its preview.
  const look: Look = (url, wanted) => turn(() => previewOf(url, wanted, fetch)).catch(() => null);
  await Promise.all(
    takeEvents(batch).map((entry) =>
      attempt(`${batch.queue}: ${entry.event.workspace}`, [entry], async () => {
        await unfurl(env, entry.event, look);
        await settle(env, 'unfurl', [entry.event]);
      }),
    ),
  );
}

async function fetchOutside(url: string, init: RequestInit): Promise<Response> {
  return fetch(url, init);
}

async function unfurl(env: Env, event: LoggedEvent, look: Look): Promise<void> {
  const { workspace, channel: channelId, seq } = event;
  const channel = channelOf(env, workspace, channelId);
  const message = messageOf(event.event ?? (await channel.logged(seq)));
  if (!message) return;
  const wanted = { links: message['unfurl_links'] !== false, media: message['unfurl_media'] !== false };
  const previewed = new Set(message.attachments?.map((attachment) => attachment['from_url']));
  const links = findLinks(message.text)
    .slice(0, maxPreviews)
    .filter((link) => !previewed.has(link));
  if (links.length === 0) return;
  const db = await accessShard(env, workspace);
  const previews = await Promise.all(
    links.map(async (url) => {
      const linked = await getLinked(db, workspace, url);
      if (!linked) return look(url, wanted);
      return wanted.links ? quoteOf(env, db, workspace, linked, { channel: channelId, ts: message.ts, url }) : null;
    }),
  );
  const found = links.flatMap((url, i) => {
    const attachment = previews[i];
    return attachment ? [{ url, attachment }] : [];
  });
  const unfurls = await Promise.all(found.map((each) => withPicture(env, workspace, each)));
  // Refused when the message is gone meanwhile, which is as well.
  if (unfurls.length > 0) await channel.unfurl(null, message.ts, unfurls);
}

/** Adds from where the page gets the picture (`picture`, ours); `image_url` says where it is. */
async function withPicture(env: Env, workspaceId: string, { url, attachment }: Unfurl): Promise<Unfurl> {
  const image = attachment['image_url'];
  if (typeof image !== 'string') return { url, attachment };
  return { url, attachment: { ...attachment, picture: await pictureAddress(env, workspaceId, image) } };
}

/** The message that the event is about, if somebody wrote or rewrote it. */
function messageOf(json: string | null): Message | null {
  const event = json === null ? null : ChannelEvent.safeParse(JSON.parse(json)).data;
  if (!event) return null;
  if (isPosted(event)) return isHandwritten(event) ? event : null;
  if (!isChanged(event) || event.message.text === event.previous_message.text) return null;
  return event.message;
}
