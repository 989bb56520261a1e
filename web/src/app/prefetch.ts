import { firstLook } from './first-look.ts';

/** Fetches what is nearly always needed next, once the page has come to rest, so that no first click waits for it. */
export function prefetchDialogs(): void {
  const idle = window.requestIdleCallback ?? ((callback: () => void) => setTimeout(callback, 2000));
  const fetchAll = () => {
    // What does not come now comes when it is asked for.
    Promise.all([
      import('../palette/palette.tsx'),
      import('../message/message-toolbar.tsx'),
      import('../message/message-overlays.tsx'),
      import('../thread/thread-pane.tsx'),
      import('./dialogs.tsx'),
      import('../composer/message-editor.tsx'),
      import('../message/delete-dialog.tsx'),
    ]).catch(() => undefined);
  };
  void firstLook.then(() => idle(fetchAll));
}
