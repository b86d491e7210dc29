import type { ContractBody, ContractEntry } from '#shared/features/contracts/model.ts';
import { neededKeys, partyAt } from '#shared/features/documents/conditions.ts';
import { contentToHash } from '#shared/features/documents/content-hash.ts';
import { checkValues } from '#shared/features/documents/value-checks.ts';
import {
  splitAmounts,
  valueAt,
  type PartySnapshot,
  type VariableValue,
  type VariableValues,
} from '#shared/features/documents/variables.ts';
import type { Party, PartyId } from '#shared/features/parties/model.ts';
import { canonicalJson, type Json } from '#shared/kernel/canonical-json.ts';
import { isDay, type Day } from '#shared/kernel/day.ts';
import { moneySchema, type Money } from '#shared/kernel/money.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { sha256 } from '../../crypto/digest.ts';
import { newSalt } from '../../crypto/salt.ts';

/** Everything that a version of a contract says, ready to be written to the compartments. */
export interface Content {
  readonly contentHash: string;
  readonly body: string;
  readonly bodyDigest: string;
  /** JSON of the values that the clauses compartment keeps. */
  readonly entered: string;
  /** JSON of the values that the finance compartment keeps. */
  readonly amounts: string;
  readonly salt: string;
  readonly total: Money | null;
  readonly effectiveOn: Day | null;
  readonly chosen: readonly (readonly [string, PartyId])[];
}

/** Where the parties' data comes from: the parties' feature, handed in by the composition root. */
export type FindParty = (id: PartyId) => Party | undefined;

/**
 * Checks an entry against the body's variables and makes the content of it. The parties' data is taken from the
 * vault, never from the caller. Answers the first problem with its key and code.
 */
export function contentOf(
  body: ContractBody,
  entry: ContractEntry,
  findParty: FindParty,
): Result<Content, 'PARTY_NOT_FOUND' | 'VALUES_INVALID'> {
  const values: Record<string, VariableValue | undefined> = { ...entry.values };
  const chosen: [string, PartyId][] = [];
  for (const { key, type } of body.variables) {
    if (type !== 'party') continue;
    values[key] = undefined;
    const id = Object.hasOwn(entry.parties, key) ? entry.parties[key] : undefined;
    if (id === undefined) continue;
    const party = findParty(id);
    if (party === undefined) return fail('PARTY_NOT_FOUND', { key });
    values[key] = snapshotOf(party);
    // The party that the id means now: it may have been merged into another since the form was opened.
    chosen.push([key, party.id]);
  }
  // What the shown parts of the text need is looked for only when something is missing at all.
  const complete = checkValues(body.variables, values).length === 0;
  const [problem] = complete ? [] : checkValues(body.variables, values, neededOf(body, entry, values));
  if (problem !== undefined) return fail('VALUES_INVALID', { key: problem.key, problem: problem.code });
  return succeed(assemble(body, entry, values, chosen));
}

/**
 * The hash of a version (SHA-256, hexadecimal) under a salt. The amounts enter through a commitment, SHA-256 over
 * the salt's 256 random bits and them. Only the finance compartment holds the salt, so that no amount can be guessed from the hash.
 */
export function contentHash(parts: Named & { readonly bodyDigest: string } & WrittenValues, salt: string): string {
  const { title, language, bodyDigest, entered, amounts } = parts;
  const amountCommitment = sha256(`${salt}\n${amounts}`);
  return sha256(canonicalJson(contentToHash({ title, language, bodyDigest, textsDigest: sha256(entered), amountCommitment })));
}

/** The content of a text and values that were checked before or come as they are, with the parties they name. */
export function contentFrom(body: ContractBody, named: Named, values: VariableValues): Content {
  const chosen = body.variables.flatMap(({ key, type }): (readonly [string, PartyId])[] => {
    const party = type === 'party' ? partyAt(values, key) : null;
    return party === null ? [] : [[key, party.partyId]];
  });
  return assemble(body, named, values, chosen);
}

/** What a text says that stands in the contract's record as well. */
export type Said = Pick<Content, 'total' | 'effectiveOn'>;

export function saidIn(body: Pick<ContractBody, 'variables'>, values: VariableValues): Said {
  return { total: totalOf(body, values), effectiveOn: dayOf(values, 'effectiveDate') ?? dayOf(values, 'signingDate') };
}

type Named = Pick<ContractEntry, 'title' | 'language'>;
type WrittenValues = Pick<Content, 'entered' | 'amounts'>;

function assemble(
  body: ContractBody,
  { title, language }: Named,
  values: VariableValues,
  chosen: readonly (readonly [string, PartyId])[],
): Content {
  const { texts, amounts } = splitAmounts(body.variables, values);
  const { text, digest: bodyDigest } = writtenBody(body);
  const written = { entered: canonicalJson(texts), amounts: canonicalJson(amounts) };
  const salt = newSalt();
  return {
    ...written,
    contentHash: contentHash({ title, language, bodyDigest, ...written }, salt),
    body: text,
    bodyDigest,
    salt,
    ...saidIn(body, values),
    chosen,
  };
}

interface WrittenBody {
  readonly text: string;
  readonly digest: string;
}

// A template's wording is the same for every contract made from it and takes longer to write than all the rest.
const writtenBefore = new WeakMap<ContractBody, WrittenBody>();

function writtenBody(body: ContractBody): WrittenBody {
  const known = writtenBefore.get(body);
  if (known !== undefined) return known;
  const text = canonicalJson(body as unknown as Json);
  const written = { text, digest: sha256(text) };
  writtenBefore.set(body, written);
  return written;
}

function neededOf(body: ContractBody, entry: ContractEntry, values: VariableValues): ReadonlySet<string> {
  const zh = entry.language === 'en' ? [] : neededKeys(body.bodyZh, values);
  const en = entry.language === 'zh' ? [] : neededKeys(body.bodyEn, values);
  return new Set([...zh, ...en]);
}

/** The contract's amount: the first money among its price terms. A penalty or a deposit is none. */
function totalOf(body: Pick<ContractBody, 'variables'>, values: VariableValues): Money | null {
  const variable = body.variables.find(({ type, group }) => type === 'money' && group === 'price');
  const money = variable === undefined ? undefined : moneySchema.safeParse(valueAt(values, variable.key));
  return money?.success === true ? money.data : null;
}

function dayOf(values: VariableValues, key: string): Day | null {
  const value = valueAt(values, key);
  return typeof value === 'string' && isDay(value) ? value : null;
}

function snapshotOf(party: Party): PartySnapshot {
  const given = (text: string): string | null => (text === '' ? null : text);
  const bank = isWithheld(party.bank) ? { bankName: '', bankAccount: '' } : party.bank;
  return {
    partyId: party.id,
    kind: party.kind,
    nameZh: party.nameZh === '' ? party.nameEn : party.nameZh,
    nameEn: given(party.nameEn),
    uscc: given(party.uscc),
    legalRepresentative: given(party.legalRepresentative),
    registeredAddress: given(party.registeredAddress),
    noticeAddress: given(party.noticeAddress),
    contactName: given(party.contactName),
    contactPhone: given(party.contactPhone),
    contactEmail: given(party.contactEmail),
    bankName: given(bank.bankName),
    bankAccount: given(bank.bankAccount),
  };
}
