/**
 * The demo's people and what they have said: a small company that makes bicycle lights. Times are minutes before the demo
 * was made, so that there is always a today and a yesterday in it.
 */
export type DemoPerson = { handle: string; name: string; title: string };

export type DemoLine = {
  by: string;
  /** Minutes ago. */
  ago: number;
  text: string;
  /** Who reacted with what: `{ tada: 'mira jonas' }`. */
  reactions?: Record<string, string>;
  replies?: Omit<DemoLine, 'replies'>[];
  pinned?: true;
  edited?: true;
};

export type DemoChannel = {
  name: string;
  topic?: string;
  purpose: string;
  isPrivate?: true;
  isArchived?: true;
  members: string;
  lines: DemoLine[];
};

/** The first of them makes the workspace. */
export const demoPeople: readonly [DemoPerson, ...DemoPerson[]] = [
  { handle: 'mira', name: 'Mira Okafor', title: 'Founder' },
  { handle: 'jonas', name: 'Jonas Lindqvist', title: 'Electronics' },
  { handle: 'priya', name: 'Priya Raman', title: 'Firmware' },
  { handle: 'tomas', name: 'Tomás Herrera', title: 'Workshop' },
  { handle: 'hana', name: 'Hana Sato', title: 'Customers' },
  { handle: 'eli', name: 'Eli Brandt', title: 'Web shop' },
];

const day = 24 * 60;

export const demoChannels: readonly DemoChannel[] = [
  {
    name: 'general',
    purpose: 'For everybody, about everything that concerns all of us.',
    members: 'mira jonas priya tomas hana eli',
    lines: [
      {
        by: 'mira',
        ago: 6 * day,
        text: 'Good morning! The *Beacon 2* has passed the rain test: forty hours in the shower cabin, and not a drop inside. :droplet:',
        reactions: { tada: 'jonas priya tomas hana eli', shower: 'eli' },
        pinned: true,
      },
      { by: 'tomas', ago: 6 * day - 12, text: 'The shower cabin would like its evenings back.' },
      {
        by: 'hana',
        ago: 6 * day - 15,
        text: 'I have 212 people on the waiting list who would like to hear that. May I write to them?',
      },
      {
        by: 'mira',
        ago: 6 * day - 20,
        text: 'Please do. Delivery from the *14th*, and no promises before that.',
        reactions: { '+1': 'hana' },
      },
      {
        by: 'eli',
        ago: 3 * day,
        text: 'The new shop is live. What changed:\n• checkout is one page instead of four\n• prices with tax from the start\n• it works on the train, where half of our customers are',
        reactions: { rocket: 'mira priya', heart: 'hana' },
        replies: [
          { by: 'hana', ago: 3 * day - 9, text: 'One page! I had a customer cry about the four.' },
          {
            by: 'jonas',
            ago: 3 * day - 31,
            text: 'Ordered a spare lens to try it. Eleven seconds.',
            reactions: { zap: 'eli' },
          },
          { by: 'eli', ago: 3 * day - 33, text: 'You could have taken one from the shelf behind you.' },
        ],
      },
      {
        by: 'jonas',
        ago: day + 300,
        text: 'Thursday lunch is at the harbour, 12:30. Bring bicycles, it is a test ride.',
      },
      { by: 'priya', ago: day + 290, text: 'And rain jackets, if Tomás is choosing the day again.' },
      {
        by: 'mira',
        ago: 95,
        text: 'Two things for today:\n1. photographs for the box, please have a look in <#beacon-2>\n2. welcome to everybody who is reading this for the first time :wave:',
        reactions: { wave: 'jonas priya tomas hana eli' },
      },
    ],
  },
  {
    name: 'beacon-2',
    topic: 'First delivery on the 14th',
    purpose: 'Everything about the new light, from the lens to the box.',
    members: 'mira jonas priya tomas hana',
    lines: [
      {
        by: 'jonas',
        ago: 4 * day,
        text: 'Efficiency at half brightness is 91 % with the new coil. Measurements:\n```\ninput   5.02 V   0.412 A\noutput  9.71 V   0.194 A\nloss    0.185 W  (was 0.31)\n```',
        reactions: { chart_with_upwards_trend: 'mira priya' },
      },
      {
        by: 'priya',
        ago: 4 * day - 7,
        text: 'That is an hour and a half more at night. Can I have one of those boards?',
      },
      { by: 'jonas', ago: 4 * day - 10, text: 'On your desk, in the box that says _do not touch_.' },
      {
        by: 'priya',
        ago: 2 * day + 200,
        text: 'The flicker is gone. It was never the driver, it was us reading the light sensor in the middle of a pulse:\n```\n- if (adc_read(LIGHT) < threshold)\n+ if (pulse_is_off() && adc_read(LIGHT) < threshold)\n```\nSeven characters in three weeks. My average is falling.',
        reactions: { bug: 'jonas', raised_hands: 'mira tomas hana jonas' },
        replies: [
          { by: 'mira', ago: 2 * day + 190, text: 'The best seven characters of the year.' },
          { by: 'jonas', ago: 2 * day + 181, text: 'I take back what I said about the firmware.' },
          { by: 'priya', ago: 2 * day + 180, text: 'I have it in writing, see above.' },
        ],
      },
      {
        by: 'tomas',
        ago: day + 60,
        text: '> The clip scratches carbon frames\nSolved with a strip of cork. It smells nice as well.',
        reactions: { evergreen_tree: 'hana' },
      },
      {
        by: 'hana',
        ago: 80,
        text: 'Photographs for the box: the one in the fog is the favourite of everybody that I asked. <@mira>, can we decide today?',
        edited: true,
      },
      { by: 'mira', ago: 72, text: 'The fog. Decided. :white_check_mark:', reactions: { '100': 'hana tomas' } },
    ],
  },
  {
    name: 'support',
    purpose: 'What customers ask, and what we answer.',
    members: 'hana eli mira priya',
    lines: [
      {
        by: 'hana',
        ago: day + 30,
        text: 'Third question this week: "Does it charge from a dynamo?" It does, and nobody finds it on the page.',
        replies: [
          { by: 'eli', ago: day + 12, text: 'Moved it to the top of the specification, with a picture.' },
          { by: 'hana', ago: day + 5, text: 'Thank you! You have saved me a letter a day.' },
        ],
      },
      {
        by: 'hana',
        ago: 240,
        text: 'A customer in Tromsø asks whether the light works at −25 °C. <@priya>?',
        reactions: { snowflake: 'eli' },
      },
      {
        by: 'priya',
        ago: 221,
        text: 'Down to −30 °C, at 70 % of the run time. The manual should say so: `docs/manual.md`, section 4.',
      },
    ],
  },
  {
    name: 'workshop',
    purpose: 'Tools, parts, and who has the good screwdriver.',
    members: 'tomas jonas priya',
    lines: [
      { by: 'tomas', ago: 2 * day, text: 'The laser cutter is back. Please clean the lens *after* cutting cork.' },
      { by: 'jonas', ago: 2 * day - 3, text: 'I have the good screwdriver.' },
      { by: 'tomas', ago: 2 * day - 2, text: 'We know.', reactions: { eyes: 'priya' } },
      {
        by: 'tomas',
        ago: 130,
        text: 'Ordered for next week: ~500~ 600 clips, 20 m of cork, one more good screwdriver.',
      },
    ],
  },
  {
    name: 'random',
    topic: 'Nothing that matters',
    purpose: 'Everything else.',
    members: 'mira jonas priya tomas hana eli',
    lines: [
      { by: 'eli', ago: 5 * day, text: 'There is a heron on the roof of the workshop.' },
      {
        by: 'tomas',
        ago: 5 * day - 2,
        text: 'That is Herbert. He inspects the gutters.',
        reactions: { bird: 'mira hana eli' },
      },
      {
        by: 'priya',
        ago: day,
        text: 'Reading tip for night riders: <https://en.wikipedia.org/wiki/Purkinje_effect|the Purkinje effect>',
      },
      { by: 'jonas', ago: 45, text: 'Herbert is back.', reactions: { bird: 'tomas' } },
    ],
  },
  {
    name: 'founders',
    purpose: 'Numbers and plans, for Mira, Jonas and Priya.',
    isPrivate: true,
    members: 'mira jonas priya',
    lines: [
      {
        by: 'mira',
        ago: 3 * day + 90,
        text: 'The bank says yes. We can order the second tool for the housing.',
        reactions: { tada: 'jonas priya' },
      },
      { by: 'priya', ago: 3 * day + 80, text: 'And a second desk for me?' },
      { by: 'mira', ago: 3 * day + 78, text: 'And a second desk.' },
    ],
  },
  {
    name: 'beacon-1',
    purpose: 'The first light. Finished, with thanks.',
    isArchived: true,
    members: 'mira jonas tomas',
    lines: [
      { by: 'jonas', ago: 30 * day, text: 'The last Beacon 1 has left the house. Number 4,812.' },
      { by: 'tomas', ago: 30 * day - 20, text: 'It went to my mother.', reactions: { heart: 'mira jonas' } },
    ],
  },
];
