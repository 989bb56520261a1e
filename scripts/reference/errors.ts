import { errorCodes, type ErrorCode } from '../../shared/errors.ts';
import { table } from './table.ts';

export function renderErrors(codes: readonly ErrorCode[]): string {
  return table(
    ['Error', 'Meaning'],
    codes.map((code) => [`\`${code}\``, errorCodes[code]]),
  );
}
