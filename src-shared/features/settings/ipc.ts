import { z } from 'zod';
import { command, nothing, query } from '../../ipc/contract.ts';
import { settingsChangeSchema, settingsSchema } from './model.ts';

const aboutSchema = z
  .object({
    version: z.string(),
    electron: z.string(),
    chromium: z.string(),
    node: z.string(),
    platform: z.string(),
  })
  .readonly();

export const settingsOperations = {
  get: query({ input: nothing, output: settingsSchema, errors: [], access: 'anyone' }),
  update: command({ input: settingsChangeSchema, output: settingsSchema, errors: [], access: 'anyone' }),
  about: query({ input: nothing, output: aboutSchema, errors: [], access: 'anyone' }),
} as const;
