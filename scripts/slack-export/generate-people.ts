import type { Random } from './random.ts';

export interface RawUser {
  id: string;
  name: string;
  real_name: string;
  deleted: boolean;
  is_bot: boolean;
  profile: { real_name: string; display_name: string; email?: string; image_72: string; team: string };
}

export const team = 'T0GENERATED';

const firstNames = [
  'Ada',
  'Björn',
  'Chiara',
  'Đặng',
  'Eun-ji',
  'Fatima',
  'Grace',
  'Håkon',
  'Ігор',
  'José',
  '结衣',
  'Lwazi',
];
const lastNames = ['Achterberg', 'Brännström', 'Číž', 'D’Souza', 'Öztürk', 'Fonseca', 'Грицак', 'Hu', 'Ito', 'Nkosi'];

/** People of users.json: the first is the owner, the last a bot, and about one in eight has left. */
export function generateUsers(random: Random, count: number): RawUser[] {
  return Array.from({ length: count }, (_, index) => {
    const isBot = index === count - 1 && count > 1;
    const id = `U0GEN${String(index).padStart(5, '0')}`;
    const realName = isBot ? 'Deploy Bot' : `${random.pick(firstNames)} ${random.pick(lastNames)}`;
    const name = isBot ? 'deploybot' : `person${index}`;
    return {
      id,
      team_id: team,
      name,
      deleted: index > 1 && !isBot && (index === 2 || random.chance(1 / 8)),
      real_name: realName,
      tz: random.pick(['Europe/Berlin', 'America/Chicago', 'Asia/Tokyo']),
      tz_offset: 0,
      profile: {
        real_name: realName,
        display_name: random.chance(0.5) ? name : '',
        ...(isBot ? {} : { email: `Person${index}@Example.com` }),
        status_text: '',
        image_72: `https://avatars.example.com/${id}_72.png`,
        team,
        fields: null,
      },
      is_admin: index <= 1,
      is_owner: index === 0,
      is_primary_owner: index === 0,
      is_restricted: false,
      is_bot: isBot,
      updated: 1_700_000_000,
    };
  });
}
