import { boot } from './boot.ts';
import { durableSend } from './durable-send.ts';
import { fanOutLowLoad } from './fan-out-low-load.ts';
import { fanOutSaturation } from './fan-out-saturation.ts';
import { idle } from './idle.ts';
import { longChannel } from './long-channel.ts';
import { manyChannels } from './many-channels.ts';
import { notLooking } from './not-looking.ts';
import { amongPeers } from './peers.ts';
import { reconnectStorm } from './reconnect-storm.ts';
import type { Scenario } from './scenario.ts';

/** In the order of the page. */
export const scenarios: readonly Scenario[] = [
  durableSend,
  fanOutSaturation,
  amongPeers,
  fanOutLowLoad,
  manyChannels,
  notLooking,
  longChannel,
  boot,
  reconnectStorm,
  idle,
];
