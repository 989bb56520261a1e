import { Bookmark } from '../../../shared/channel.ts';
import { refuse, type Outcome } from '../../../shared/errors.ts';
import { newId } from '../../../shared/ids.ts';
import { accessChannel, accessForWriting } from '../access.ts';
import type { Channel, Viewer } from '../context.ts';
import { commonFields } from '../log/events-of.ts';
import { appendEvent } from '../log/log.ts';

/** Links at the top of one channel, as in Slack. */
export const maxBookmarks = 100;

/** What somebody says of a bookmark. The link is a web address, and the texts have their lengths: checked at the edge. */
export type BookmarkFields = { title: string; link: string; emoji: string };

/** The channel's bookmarks, the oldest first. */
export function bookmarksOf(sql: SqlStorage): Bookmark[] {
  return sql
    .exec<{ bookmark: string }>('SELECT bookmark FROM bookmarks ORDER BY position')
    .toArray()
    .map(({ bookmark }) => Bookmark.parse(JSON.parse(bookmark)));
}

export function readBookmarks(opened: Channel | null, viewer: Viewer): Outcome<{ bookmarks: Bookmark[] }> {
  const access = accessChannel(opened, viewer);
  return access.ok ? { ok: true, bookmarks: bookmarksOf(access.channel.sql) } : access;
}

type Changed = Outcome<{ bookmark: Bookmark }>;

/** Anybody in the channel adds, changes and removes bookmarks. */
export function doAddBookmark(opened: Channel | null, viewer: Viewer, fields: BookmarkFields): Changed {
  const access = accessForWriting(opened, viewer);
  if (!access.ok) return access;
  const { channel } = access;
  if (bookmarksOf(channel.sql).length >= maxBookmarks) return refuse('too_many_bookmarks');
  const at = channel.nextMicros();
  const bookmark: Bookmark = {
    id: newId('Bk'),
    channel_id: channel.row.id,
    ...fields,
    type: 'link',
    date_created: Math.floor(at / 1_000_000),
    date_updated: 0,
    last_updated_by_user_id: viewer.userId,
  };
  const json = JSON.stringify(bookmark);
  channel.sql.exec('INSERT INTO bookmarks (id, position, bookmark) VALUES (?, ?, ?)', bookmark.id, at, json);
  appendChange(channel, at, viewer);
  return { ok: true, bookmark };
}

/** Changes the fields that are given. */
export function doEditBookmark(
  opened: Channel | null,
  viewer: Viewer,
  id: string,
  fields: Partial<BookmarkFields>,
): Changed {
  const access = accessBookmark(opened, viewer, id);
  if (!access.ok) return access;
  const { channel } = access;
  const at = channel.nextMicros();
  const bookmark: Bookmark = {
    ...access.bookmark,
    ...fields,
    date_updated: Math.floor(at / 1_000_000),
    last_updated_by_user_id: viewer.userId,
  };
  channel.sql.exec('UPDATE bookmarks SET bookmark = ? WHERE id = ?', JSON.stringify(bookmark), id);
  appendChange(channel, at, viewer);
  return { ok: true, bookmark };
}

export function doRemoveBookmark(opened: Channel | null, viewer: Viewer, id: string): Outcome<object> {
  const access = accessBookmark(opened, viewer, id);
  if (!access.ok) return access;
  const { channel } = access;
  channel.sql.exec('DELETE FROM bookmarks WHERE id = ?', id);
  appendChange(channel, channel.nextMicros(), viewer);
  return { ok: true };
}

function accessBookmark(
  opened: Channel | null,
  viewer: Viewer,
  id: string,
): Outcome<{ channel: Channel; bookmark: Bookmark }> {
  const access = accessForWriting(opened, viewer);
  if (!access.ok) return access;
  const bookmark = bookmarksOf(access.channel.sql).find((candidate) => candidate.id === id);
  return bookmark ? { ok: true, channel: access.channel, bookmark } : refuse('bookmark_not_found');
}

function appendChange(channel: Channel, at: number, { userId }: Viewer): void {
  appendEvent(channel, at, {
    type: 'bookmarks_changed',
    ...commonFields(channel, at),
    user: userId,
    bookmarks: bookmarksOf(channel.sql),
  });
}
