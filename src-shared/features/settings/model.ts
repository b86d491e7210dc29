import { z } from 'zod';

export const languageSchema = z.enum(['zh-CN', 'en']);
export type Language = z.infer<typeof languageSchema>;

export const themeSchema = z.enum(['light', 'dark', 'system']);
export type Theme = z.infer<typeof themeSchema>;

/** Preferences of this laptop. They hold no contract data and lie outside the vault, so that the lock screen has them. */
export const settingsSchema = z
  .object({
    language: languageSchema,
    theme: themeSchema,
    /** Minutes without a key or pointer after which the vault locks; 0 never. */
    idleLockMinutes: z.int().min(0).max(240),
  })
  .readonly();
export type Settings = z.infer<typeof settingsSchema>;

export const settingsChangeSchema = settingsSchema.unwrap().partial().readonly();
export type SettingsChange = z.infer<typeof settingsChangeSchema>;
