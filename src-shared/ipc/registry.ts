import { checkerOperations } from '../features/checker/ipc.ts';
import { amendmentsOperations } from '../features/amendments/ipc.ts';
import { approvalsOperations } from '../features/approvals/ipc.ts';
import { auditOperations } from '../features/audit/ipc.ts';
import { backupsOperations } from '../features/backups/ipc.ts';
import { attachmentsOperations } from '../features/attachments/ipc.ts';
import { calendarOperations } from '../features/calendar/ipc.ts';
import { clausesOperations } from '../features/clauses/ipc.ts';
import { contractsOperations } from '../features/contracts/ipc.ts';
import { spellingOperations } from '../features/spelling/ipc.ts';
import { editorOperations } from '../features/editor/ipc.ts';
import { exchangeOperations } from '../features/exchange/ipc.ts';
import { fulfilmentOperations } from '../features/fulfilment/ipc.ts';
import { importsOperations } from '../features/imports/ipc.ts';
import { partiesOperations } from '../features/parties/ipc.ts';
import { analyticsOperations } from '../features/analytics/ipc.ts';
import { homeOperations } from '../features/home/ipc.ts';
import { improvementOperations } from '../features/improvement/ipc.ts';
import { reviewsOperations } from '../features/reviews/ipc.ts';
import { problemsOperations } from '../features/problems/ipc.ts';
import { remindersOperations } from '../features/reminders/ipc.ts';
import { risksOperations } from '../features/risks/ipc.ts';
import { settingsOperations } from '../features/settings/ipc.ts';
import { signingOperations } from '../features/signing/ipc.ts';
import { takeoutOperations } from '../features/takeout/ipc.ts';
import { templatesOperations } from '../features/templates/ipc.ts';
import { trainingOperations } from '../features/training/ipc.ts';
import { updatesOperations } from '../features/updates/ipc.ts';
import { usersOperations } from '../features/users/ipc.ts';
import { vaultOperations } from '../features/vault/ipc.ts';
import { verificationOperations } from '../features/verification/ipc.ts';
import { versionsOperations } from '../features/versions/ipc.ts';
import type { FailureParams } from '../kernel/result.ts';
import type { ErrorCode, Input, InputIssue, Operation, Output, RouterError } from './contract.ts';

/** Every operation that main offers, a line for each feature. What is not here can't be called. */
export const registry = {
  settings: settingsOperations,
  vault: vaultOperations,
  parties: partiesOperations,
  templates: templatesOperations,
  clauses: clausesOperations,
  contracts: contractsOperations,
  imports: importsOperations,
  signing: signingOperations,
  verification: verificationOperations,
  versions: versionsOperations,
  checker: checkerOperations,
  approvals: approvalsOperations,
  users: usersOperations,
  audit: auditOperations,
  backups: backupsOperations,
  attachments: attachmentsOperations,
  training: trainingOperations,
  amendments: amendmentsOperations,
  reviews: reviewsOperations,
  home: homeOperations,
  improvement: improvementOperations,
  analytics: analyticsOperations,
  editor: editorOperations,
  spelling: spellingOperations,
  fulfilment: fulfilmentOperations,
  calendar: calendarOperations,
  problems: problemsOperations,
  reminders: remindersOperations,
  risks: risksOperations,
  exchange: exchangeOperations,
  takeout: takeoutOperations,
  updates: updatesOperations,
} as const;

export type Registry = typeof registry;
export type Feature = keyof Registry;

/** `feature.operation`, e.g. `parties.create`. */
export type OperationName = {
  [F in Feature]: `${F}.${Extract<keyof Registry[F], string>}`;
}[Feature];

export type OperationOf<Name extends OperationName> = Name extends `${infer F extends Feature}.${infer Op}`
  ? Op extends keyof Registry[F]
    ? Registry[F][Op]
    : never
  : never;

type NameOfKind<Kind extends Operation['kind']> = {
  [Name in OperationName]: OperationOf<Name>['kind'] extends Kind ? Name : never;
}[OperationName];
export type QueryName = NameOfKind<'query'>;
export type CommandName = NameOfKind<'command'>;

export type InputOf<Name extends OperationName> = Input<OperationOf<Name>>;
export type OutputOf<Name extends OperationName> = Output<OperationOf<Name>>;
export type ErrorOf<Name extends OperationName> = ErrorCode<OperationOf<Name>> | RouterError;

/** Why a call was refused. */
export type ReplyError<Name extends OperationName = OperationName> = RefusedFor<ErrorOf<Name>>;

// By its codes, for the compiler takes what is made by the names of two operations for the same.
interface RefusedFor<Code extends string> {
  readonly code: Code;
  readonly params?: FailureParams;
  readonly issues?: readonly InputIssue[];
}

/** What a call answers, always. */
export type Reply<Name extends OperationName> =
  | { readonly ok: true; readonly value: OutputOf<Name> }
  | { readonly ok: false; readonly error: ReplyError<Name> };

/** The declaration behind a name, or undefined for a name that was never declared. */
export function findOperation(name: string): Operation | undefined {
  const [feature, operation, ...rest] = name.split('.');
  if (feature === undefined || operation === undefined || rest.length > 0) return undefined;
  if (!Object.hasOwn(registry, feature)) return undefined;
  const operations: Readonly<Record<string, Operation>> = registry[feature as Feature];
  return Object.hasOwn(operations, operation) ? operations[operation] : undefined;
}

/** Every declared name, in the registry's order. */
export function operationNames(): readonly OperationName[] {
  return Object.entries(registry).flatMap(([feature, operations]) =>
    Object.keys(operations).map((operation) => `${feature}.${operation}` as OperationName),
  );
}
