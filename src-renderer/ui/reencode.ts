import { pictureFacts, type PictureFacts } from '#shared/features/fulfilment/pictures.ts';

export interface DrawnPhoto {
  /** A JPEG as base64, drawn anew: nothing of the original but its pixels. */
  readonly picture: string;
  readonly takenAt: number | null;
  readonly place: PictureFacts['place'];
}

const longestSide = 1600;

/** Reads when and where a photo was taken, then draws it anew, upright and of a size that tells enough. Null for what is no picture. */
export async function reencode(file: File): Promise<DrawnPhoto | null> {
  const facts = pictureFacts(new Uint8Array(await file.arrayBuffer()));
  const drawn = await createImageBitmap(file).catch(() => null);
  if (drawn === null) return null;
  const scale = Math.min(1, longestSide / Math.max(drawn.width, drawn.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(drawn.width * scale));
  canvas.height = Math.max(1, Math.round(drawn.height * scale));
  canvas.getContext('2d')?.drawImage(drawn, 0, 0, canvas.width, canvas.height);
  drawn.close();
  const takenAt = facts.takenAt === null ? null : new Date(facts.takenAt).getTime();
  return { picture: base64Of(canvas.toDataURL('image/jpeg', 0.85)), takenAt: takenAt === null || Number.isNaN(takenAt) ? null : takenAt, place: facts.place };
}

/** The content of a data URL. */
export function base64Of(url: string): string {
  return url.slice(url.indexOf(',') + 1);
}
