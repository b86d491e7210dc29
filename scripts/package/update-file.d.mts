export interface UpdateAbout {
  readonly version: string;
  readonly platform: string;
  readonly arch: string;
  readonly releasedOn: string;
  readonly notes: { readonly zh: string; readonly en: string };
}

export function systemOf(fileName: string): { readonly platform: string; readonly arch: string } | null;
export function writeUpdateFile(given: {
  readonly installer: string;
  readonly target: string;
  readonly about: UpdateAbout;
  readonly signingKey: string;
}): Promise<void>;
