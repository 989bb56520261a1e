interface OfChannel {
  channelId: string;
  name: string;
}

/** A dialog that something on the page asks for. */
export type DialogRequest =
  | { kind: 'create-channel' }
  | { kind: 'invite-people' }
  | ({ kind: 'add-people' } & OfChannel)
  | ({ kind: 'members'; canChange: boolean } & OfChannel)
  | ({ kind: 'rename' } & OfChannel)
  | ({ kind: 'topic'; value: string } & OfChannel)
  | ({ kind: 'purpose'; value: string } & OfChannel)
  | ({ kind: 'leave'; isPrivate: boolean } & OfChannel)
  | ({ kind: 'archive' } & OfChannel)
  | ({ kind: 'unarchive' } & OfChannel);
