import { durableSend } from './durable-send.ts';
import { fanOutLowLoad } from './fan-out-low-load.ts';
import { fanOutSaturation } from './fan-out-saturation.ts';
import type { Scenario } from './scenario.ts';

/** In the order of the page. */
export const scenarios: readonly Scenario[] = [durableSend, fanOutSaturation, fanOutLowLoad];
