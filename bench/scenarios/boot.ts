import { inTurn, type Subject } from '../measure/rounds.ts';
import { timingMeasures, timings } from '../measure/timings.ts';
import { importChannels } from '../servers/imported.ts';
import { withServers } from '../servers/with-servers.ts';
import type { Scenario } from './scenario.ts';

const channels = 300;
const goes = 40;
const rounds = 2;

export const boot: Scenario = {
  name: 'boot',
  title: `Start with ${channels} channels`,
  how: `From asking for a ticket to the complete sidebar in the first frame of the session's socket, one after the other.`,
  async run() {
    return withServers(async ({ edgeways, owner }) => {
      await importChannels(edgeways, owner, { people: 3, channels });
      let shown = 0;
      const subject: Subject = {
        name: 'Edgeways',
        measure: async () =>
          timings(goes, async () => {
            const opened = await owner.openSession();
            shown = JSON.parse(opened.boot).channels.length;
            opened.socket.destroy();
          }),
      };
      const figures = await inTurn([subject], rounds);
      if (shown < channels) throw new Error(`the sidebar has ${shown} channels, not ${channels}`);
      const p95 = figures['Edgeways']?.['p95']?.median ?? NaN;
      return {
        measures: timingMeasures,
        cases: [{ name: `${shown} channels`, figures }],
        targets: [{ what: 'p95 at most 30 ms, in one frame', found: `${p95.toFixed(1)} ms`, isMet: p95 <= 30 }],
      };
    });
  },
};
