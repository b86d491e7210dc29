import { z } from 'zod';
import type { Permission } from '../features/vault/roles.ts';
import type { Compartment } from '../features/vault/compartments.ts';

/**
 * Who may call an operation:
 * - `anyone`: before a vault is open too;
 * - a permission: an unlocked vault whose user holds it.
 */
export type Access = 'anyone' | Permission;

// By their core alone: to hold hundreds of schemas against every method that one has takes the compiler seconds.
type Schema = z.core.$ZodType;

/** One thing that the renderer can ask of main. It says what, never a path or SQL. */
export interface Operation<
  Kind extends 'query' | 'command' = 'query' | 'command',
  Input extends Schema = Schema,
  Output extends Schema = Schema,
  Code extends string = string,
  Who extends Access = Access,
> {
  readonly kind: Kind;
  readonly input: Input;
  readonly output: Output;
  /** Expected failures. A handler that answers another code does not compile. */
  readonly errors: readonly Code[];
  readonly access: Who;
  /** Compartments without which the operation makes no sense at all; finer withholding happens per field. */
  readonly compartments: readonly Compartment[];
  /** Features whose data a success changes, so that what the interface fetched of them is stale. */
  readonly changes: readonly string[];
  /** What a success gives out of texts or amounts; null for none. */
  readonly discloses: Disclosure | null;
}

/** A thing whose text or money an operation shows or writes out: the audit log notes it. */
export interface Disclosure {
  /** The kind of thing, as `contract`. */
  readonly subject: string;
  /** The field of the input that names the one thing; null for a list of many. */
  readonly named: string | null;
}

interface Declaration<Input extends Schema, Output extends Schema, Code extends string, Who extends Access> {
  readonly input: Input;
  readonly output: Output;
  readonly errors: readonly Code[];
  readonly access: Who;
  readonly compartments?: readonly Compartment[];
  readonly discloses?: Disclosure;
}

/** Declares an operation that changes nothing. */
export function query<
  Input extends Schema,
  Output extends Schema,
  const Code extends string,
  const Who extends Access,
>(declaration: Declaration<Input, Output, Code, Who>): Operation<'query', Input, Output, Code, Who> {
  return { compartments: [], discloses: null, ...declaration, kind: 'query', changes: [] };
}

/** Declares an operation that changes something: in the vault (then it leaves an audit event) or on the device. */
export function command<
  Input extends Schema,
  Output extends Schema,
  const Code extends string,
  const Who extends Access,
>(
  declaration: Declaration<Input, Output, Code, Who> & { readonly changes?: readonly string[] },
): Operation<'command', Input, Output, Code, Who> {
  return { compartments: [], changes: [], discloses: null, ...declaration, kind: 'command' };
}

/** Failures that the router itself answers, for any operation. */
export const routerErrors = [
  'INVALID_INPUT',
  'TOO_LARGE',
  'UNKNOWN_OPERATION',
  'UNKNOWN_SENDER',
  'VAULT_LOCKED',
  'VAULT_BUSY',
  'FORBIDDEN',
  'WITHHELD',
  'OUT_OF_REACH',
  'CANCELLED',
  'DISK_FULL',
  'READ_ONLY',
  'DAMAGED_PAGE',
  'INTERNAL',
] as const;
export type RouterError = (typeof routerErrors)[number];

/** What stands wrong at which place of the input, as codes. */
export const inputIssueSchema = z
  .object({ path: z.array(z.union([z.string(), z.number()])).readonly(), code: z.string() })
  .readonly();
export type InputIssue = z.infer<typeof inputIssueSchema>;

/** An operation without input. */
export const nothing = z.undefined();

/** The largest call that main reads, in bytes of its JSON text. Files travel by handle, not through here. */
export const maximumCallBytes = 8 * 1024 * 1024;

export type Input<Op extends Operation> = z.infer<Op['input']>;
export type Output<Op extends Operation> = z.infer<Op['output']>;
export type ErrorCode<Op extends Operation> = Op['errors'][number];
