export interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
}

export interface Bill {
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

export function writeSbom(folder: string): { readonly file: string; readonly shipped: readonly string[] };
export function shippedBill(all: Bill & { readonly metadata: { readonly component: { readonly 'bom-ref': string } } }, packages: Pick<Bill, 'components'>, bundled: readonly string[]): Bill;
