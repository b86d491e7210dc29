import type { ShippedLesson } from './shipped-lesson.ts';

export const usingDeedboxEn: readonly ShippedLesson[] = [
  {
    title: 'Vaults, passphrases and roles',
    body: `Deedbox keeps an organisation's contracts in a **vault**. A vault is a folder with three encrypted files: core (counterparties, contract records, approvals, log), clauses (the texts) and finance (amounts, payments, accounts). Without a passphrase a copied folder does not open.

## Your passphrase is yours alone

It opens your own key, and your key opens the compartments that your roles allow. Therefore:

- Do not share a passphrase with a colleague. Everybody has an account under Settings, People.
- A forgotten passphrase can be replaced with the **recovery code** only. Print it and lock it away; do not photograph it.
- Lock the vault when you leave your desk (the lock at the top right), or let it lock itself after some idle minutes.

## Roles decide what you see

Finance sees amounts and not clauses; legal sees clauses and not amounts. This is not hidden by the screen: the key is missing. Where you read "withheld", the value lies in a compartment that was not opened to you. Ask the administrator if you need it, not a colleague for a screenshot.

**Bad practice**

> Wang travels and posts his passphrase in the group chat so that others can approve for him.

The log then knows only Wang, and nobody can say who decided.

**Good practice**

> Wang enters a delegate and the dates on the Approvals page (Set absence). The delegate decides with their own passphrase, and the record says "for Wang".

## The sample vault

Want to try something without breaking anything? Open the **sample vault**. Its companies, people and amounts are made up; draft, submit and delete as you like. The exercises of this training are done there. The application checks by itself whether an exercise is done and carries the result to your own vault. Please do not quit the application in between.`,
  },
  {
    title: 'Counterparties and templates',
    body: `The best contract is of no use with the wrong party in it. So the **counterparty** comes first, the contract second.

## Registering a counterparty

On the Counterparties page choose New counterparty and enter the name, the unified social credit code, the legal representative, the registered address, the address for notices and the bank account. The code has 18 characters, and the last one is a check character: Deedbox points out a slip at once. Copy from the business licence, not from an old contract, which may hold the mistake already.

| Field | Where it is used |
|---|---|
| Name, code | Head and signature block; the checker compares them |
| Registered address | Jurisdiction, service |
| Notice address, contact | The notice clause |
| Bank account | The payment clause; kept in the finance compartment |

Register a company once. If it changes its name, change the record; the names in old contracts stay as they were.

## Drafting from a template

A template is approved wording, and its gaps are **variables**. You fill in the variables and leave the text alone; the finished contract is shown beside the form as you type. Variables have types (date, money, duration, party, choice), and a wrong entry is named at once. For English or bilingual contracts switch the language above the form: both texts come from the same variables, so their figures cannot differ.

**Bad practice**

> Download a contract from the internet, change some names and send it.

**Good practice**

> Draft from the house template, put special terms into the supplementary clause, and point them out in the note to the approver.

## Not finished yet?

The form keeps itself. Close the window or lock the vault, and go on later. Amounts that you typed are encrypted like everything else.

When you choose Create contract, Deedbox gives the contract its number and makes version 1. Each later change of the text adds a version, and the earlier ones stay.`,
  },
  {
    title: 'Checking clauses and dealing with findings',
    body: `The clause check on a contract's page reads every sentence against several dozen rules, on your own computer and without a network. Findings come in six kinds: unclear rights and duties, vague payment, unclear termination, dispute resolution, missing clauses and contradictions.

## Severity

| Severity | Meaning | What to do |
|---|---|---|
| Blocks | Cannot go to signature as it is | Mend it, or waive it with a reason |
| High | Likely to cause a dispute | Mend it as a rule |
| Medium | Deserves attention | Judge by the deal |
| Note | For information | Have a look |

Typical blocking findings: blanks that were not filled in (____, 【】), an amount in Chinese capitals that differs from its figures, instalments that do not add up to 100%, arbitration and court offered together, party names that differ, an incomplete signature block.

## Three steps

1. Choose the finding, and the text shows the words. Read the whole sentence, then the reason and its basis.
2. Mend what can be mended: change the variables in the form, or take the suggested wording.
3. Waive what cannot or need not be changed, and say why. The reason is kept, and the approver reads it.

**A bad reason**

> Noted.

**A good reason**

> The customer is a public buyer whose payments follow the treasury procedure; clause 12 of the tender documents sets 60 days as the limit. The risk is acceptable.

## The checker is not a lawyer

It sees words, not the deal. No finding does not mean no risk, and a finding does not mean a mistake. Vague words are sometimes left on purpose, and waivers are made for that. If a rule is always wrong in your house, ask a colleague with the right to tune rules to change its severity or its words, instead of waiving it every time.

Check again after mending. One change often touches another place: the total was corrected, the instalments and the capitals were forgotten.`,
  },
  {
    title: 'Approval, signature and verification',
    body: `## From draft to signature

A contract passes the stages draft, in review, in negotiation, pending approval, approved, pending signature and signed. Only people move it; no date completes a contract by itself.

If your organisation has an **approval flow** for this type, the contract's page shows who will be asked. Write a line for them and submit. They approve **this text**: any change of wording, parties or amounts voids the approvals and sends the contract back to review. That is no fault. It makes sure that what is signed is what was approved.

**Bad practice**

> After approval you see a typing mistake, correct it and sign.

**Good practice**

> Take it back, say what you changed and submit again. With Compare versions the approver reads only the changed words and decides within seconds.

## Two ways to sign

- On paper: print, sign, seal, scan, and keep the scan as an attachment.
- As a signed PDF: sign with your signing identity; the client sees in any reader whether the file was changed.

A self-issued certificate proves that the file was not changed. It does not prove by itself who signed, so compare the fingerprint by telephone or another channel. A reliable electronic signature has the force of a handwritten one (Electronic Signature Law, art. 14); the conditions are in article 13: it belongs to the signer alone, is controlled by the signer alone, and changes can be detected. For important contracts keep a paper original as well.

## Verification

Open a PDF that comes back under Verify PDF first. There are three results: intact; changed after signature; not signed or not valid. Be most careful with the second. A PDF can be added to without breaking the first signature, and common readers say so only in small print. Deedbox compares the revisions, and the file with the hash in the vault.

A signed contract's text cannot be changed. Make a supplementary agreement to change it, or a termination agreement to end it, and link them to the contract.`,
  },
  {
    title: 'Terms, notices and keeping',
    body: `With the signature, half of the work begins.

## The time line

The term section of a contract shows when it takes effect, when it ends, whether it renews itself, and the last day on which you can tell the other side that you will not renew. The last day is **included**.

For a contract that renews itself two days matter:

| Day | Meaning |
|---|---|
| Notice deadline | The last day on which the notice may reach the other side |
| Safe day to send | The last working day to post it, after time for delivery and holidays |

**An example**

> The contract ends on 31 December and renews for a year unless notice is given 30 days before the end. The deadline is 1 December. By EMS, with three days for delivery, the safe day is at the end of November. Who remembers on 20 December is bound for another year.

## Recording a notice

When the notice is on its way, choose Record a notice on the contract's page, select notice of non-renewal, and enter the day, the method and the tracking number. Add the day of receipt when it is known. Keep the receipt and a scan of the notice as attachments. A notice without proof is no notice.

## States change by themselves

"Expiring", "notice window open", "notice missed" and "expired, not settled" follow from the dates. Nobody sets them. Your part is to **decide** when you are reminded: renew, do not renew, or negotiate.

## Keeping

When everything is delivered and paid, move the contract to completed, and note where the paper originals lie (cabinet, box) and how many there are. Archiving is a mark that can be taken back at any time.

## Finding

The search takes conditions among the words:

> penalty type:purchase amount>500000 expiring<90d

Keep the ones that you use as views. Once a month, open the view of what ends within 90 days and go through it from top to bottom. No habit saves more work.`,
  },
];
