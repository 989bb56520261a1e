import { z } from 'zod';

export const importArgument = z.string().describe("Id of one of the caller's own imports.");
