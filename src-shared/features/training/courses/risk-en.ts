import type { ShippedLesson } from './shipped-lesson.ts';

export const riskEn: readonly ShippedLesson[] = [
  {
    title: 'Where risk comes from',
    body: `Contract risk is rarely bad luck. Most of it can be seen at signature. Look for it in five places:

| Place | What it looks like |
|---|---|
| Parties | Name differs from the licence, no authority, expired qualification, listed debtor |
| Subject and quality | Loose specification, no acceptance standard, no sealed sample |
| Money | High advance, pay-when-paid, no invoice clause, account in another name |
| Time | Automatic renewal, missed notice, no rule for extension of time |
| Exit and disputes | Unclear grounds, invalid arbitration clause, distant court |

## First: can it take effect?

A contract lawfully made takes effect when it is made (Civil Code, art. 502). Stop in three cases: it breaks a mandatory rule of law or offends public order (art. 153); the parties collude to harm others (art. 154); a required approval is missing. Two exclusions of liability are void: for **personal injury**, and for property damage caused **intentionally or by gross negligence** (art. 506).

## Next: who signs?

A contract made by a legal representative beyond their powers binds the company unless the other side knew or should have known (art. 504). Without authority or ratification an agent binds nobody (art. 171), but the agency stands where the other side had reason to believe in it (art. 172). So read the power of attorney: who gave it, for what, until when.

**A bad clause**

> Representative of Party B: Manager Zhang (mobile 138…).

**A good clause**

> Authorised representative of Party B: Zhang, under the power of attorney of 1 March 2026 (Annex 4), who may sign this contract and the handover records and may not change the price or the time for completion.

## Standard terms

Who provides standard terms must draw attention to those that matter greatly to the other side. Without notice or explanation, a term that the other side did not notice can be treated as not included (art. 496). If it can be read in two ways, it is read against its author (art. 498). In our own templates, set exclusions, jurisdiction and damages in bold and have them confirmed.`,
  },
  {
    title: 'Payment risk and security',
    body: `## Who pays first?

Who holds the money holds the initiative. A high advance is the payer's risk, a high balance the payee's. The usual balance is instalments, each tied to an event that can be proved: signature, arrival, acceptance, end of warranty.

**A bad clause**

> Party A shall pay Party B after it has received the corresponding payment from the Employer.

This is pay-when-paid. If the Employer does not pay for a year, Party B waits for a year and cannot even find out whether the Employer paid.

**A good clause**

> Party A shall pay the progress payment within 30 days after acceptance of the works. Settlement between Party A and the Employer does not affect this duty. If the parties agree in writing to make payment depend on the Employer, the latest date for payment is 90 days after acceptance.

## Three defences while performing

- Where no order was agreed, a party may refuse until the other performs (art. 525).
- Where an order was agreed, the later party may refuse until the first has performed (art. 526).
- The party that performs first may suspend if it has **definite evidence** that the other's business has badly deteriorated, that assets are being moved or that credit is lost. It must give notice, and resume when suitable security is given (arts. 527, 528).

A rumour is not definite evidence, and suspending without it is a breach.

## Security

Common kinds are earnest money, guarantee, mortgage, pledge and bank guarantee. A guarantee that does not say which kind it is counts as a **general guarantee** (art. 686): the creditor usually has to pursue the debtor first. If the guarantor is to answer directly, write "joint and several". Without an agreed guarantee period it is six months from the due date of the main debt (art. 692).

**A good clause**

> Party C gives a joint and several guarantee for Party A's payment duties under this contract, covering the price, liquidated damages, compensation and the cost of enforcement, for two years from the due date of each payment.

Where a company gives a guarantee, also read its articles and the resolution.`,
  },
  {
    title: 'Time: renewal, notice and limitation',
    body: `Time is the risk that is overlooked most easily, because it makes no noise.

## Automatic renewal

**A bad clause**

> If neither party objects at the end of the term, this contract renews automatically.

For how long? How often? When does an objection count? None of the three is answered.

**A good clause**

> Unless a party gives the other written notice of non-renewal at least 30 days before the end of the term, this contract renews on the same terms for one year, at most twice.

Work out the notice deadline when you sign. Check that the notice period is not longer than the renewal, and that the deadline has not passed already.

## Counting

In civil law 以上, 以下, 以内 and 届满 **include** the number; 不满, 超过 and 以外 do not (art. 1259). A period in days begins on the day after (art. 201); if its last day is a statutory holiday, it ends on the day after the holiday (art. 203). Use one of "days", "calendar days" and "working days", or define them.

## Limitation

Claims are protected for three years from when the creditor knew or should have known of the harm and the debtor (art. 188). A demand, an acknowledgement, or court or arbitration proceedings interrupt the period, and it begins anew (art. 195). So keep **proof of delivery** of statements and reminders, and send one at least once a year.

## Objecting to quality

If an inspection period was agreed, give notice within it. Otherwise give notice within a reasonable time after the defect was or should have been found, and within **two years** of receipt; where there is a warranty period, that applies (art. 621).

## In Deedbox

Open the term section and read the notice deadline and the safe day to send. Give every decision to a named person. A contract that renews itself and belongs to nobody is a bill that grows by itself.`,
  },
  {
    title: 'When things change',
    body: `After signature the world goes on. There are three kinds of change, and each is handled differently.

## Force majeure

Force majeure is an objective event that cannot be foreseen, avoided or overcome (art. 180). It excuses wholly or in part according to its effect, but not what happens **after** a party is already late. The party must give notice in time, and proof within a reasonable period (art. 590).

**A bad clause**

> In case of force majeure neither party is liable.

**A good clause**

> The affected party shall give written notice within 3 days of the event and a certificate of the competent body within 15 days. If the effect lasts for more than 60 days, either party may terminate by written notice, and what was completed is settled.

## Change of circumstances

If the basis of the contract changes greatly in a way that could not be foreseen and is **not a commercial risk**, and going on would be clearly unfair to one party, the parties renegotiate; failing that, a court or arbitral institution may change or end the contract (art. 533). Ordinary price movements are commercial risk. If you fear them, write a formula:

> The copper price is the monthly average of the named exchange. Movements of more than 10% against the month of signature are shared equally for the part above 10%.

## Anticipatory breach

If a party says or shows by its conduct that it will not perform, the other may claim liability **before** the due date (art. 578).

## Mitigation

After a breach the other party must take suitable measures against further loss, or cannot claim the loss that they would have prevented (art. 591). If a supplier fails, find a substitute in time and keep the quotations.

## Put changes on paper

Contracts are changed by agreement (art. 543), but a change that is unclear is **presumed not to have been made** (art. 544). "Fine, let us leave it at that" in a chat does not say what changed. A supplementary agreement does: which clause, the old words, the new words, from when, and that all else stays.`,
  },
  {
    title: 'Early warning: see the sign, take the step',
    body: `Managing risk is not forecasting. It means that after a sign **somebody takes the agreed step within the agreed time**.

## Signs and steps

| Sign | Who | How soon | Step |
|---|---|---|---|
| 60 days before the notice deadline | Contract owner | 5 working days | Decide: renew, end or negotiate |
| A duty 7 days late | Person in charge | The same day | Demand in writing, keep proof of delivery |
| Two duties late | Contract owner | 3 working days | Extra review of security and defences |
| A new bank account | Finance | Before payment | Call back on the **old** number |
| A new name | Person in charge | 10 days | Get the registry's certificate, update the record |
| High finding open | Legal | Before signature | Mend, or waive with a reason |

## Writing a demand

**A bad letter**

> You have been late for a long time. Please deal with it soon or bear the consequences.

**A good letter**

> Under clause 6 of contract HT-2026-0015 of 10 February 2026 you had to pay the second instalment of CNY 240,000 by 31 May 2026. It has not been paid. Please pay within 7 days of receiving this letter. Otherwise we shall claim liquidated damages under clause 9 and reserve the right to terminate.

A good demand has six parts: the contract, the clause, what was due, the sum, the new date and the consequence. It interrupts limitation and prepares termination at the same time.

## The account fraud

A fraudster writes as your supplier and asks for payment to a "new account". There is one rule: **any change of account is confirmed on the telephone number in the contract and by a sealed letter**. If the holder of the account is not the party to the contract, do not pay.

## Using the score

Deedbox joins the amount, open high findings, renewals without an owner, late duties and uncapped liability to a score from 0 to 100; 60 and more is high, 30 and more medium. It decides which contract to look at first and how often. It does not replace judgement. A high score with good reasons can be fine. A low score that nobody looks at is the dangerous one.

Last: bring bad news early. With each day of waiting one choice is gone.`,
  },
];
