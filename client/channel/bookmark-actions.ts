import type { Api } from '../api/api.ts';

/** A link at the top of a channel. */
export interface BookmarkText {
  title: string;
  link: string;
  /** A short name with colons. */
  emoji?: string;
}

/** The links at the top of a channel. They change for everybody, by an event. Each throws ApiError. */
export interface BookmarkActions {
  addBookmark(bookmark: BookmarkText): Promise<void>;
  editBookmark(bookmarkId: string, change: Partial<BookmarkText>): Promise<void>;
  removeBookmark(bookmarkId: string): Promise<void>;
}

export function createBookmarkActions(channel: string, { bookmarks }: Pick<Api, 'bookmarks'>): BookmarkActions {
  return {
    async addBookmark(bookmark) {
      await bookmarks.add({ channel_id: channel, type: 'link', ...bookmark });
    },
    async editBookmark(bookmarkId, change) {
      await bookmarks.edit({ channel_id: channel, bookmark_id: bookmarkId, ...change });
    },
    async removeBookmark(bookmarkId) {
      await bookmarks.remove({ channel_id: channel, bookmark_id: bookmarkId });
    },
  };
}
