import type { ShippedLesson } from './shipped-lesson.ts';

export const negotiationEn: readonly ShippedLesson[] = [
  {
    title: 'Preparing a negotiation',
    body: `Most of the result is decided before the meeting. Prepare four answers: what we want, what they want, what we do if it fails, and who decides.

## Write down three lines

For each important clause write the **preferred**, the **acceptable** and the **hard line**. What is not written down moves with the mood of the meeting.

| Clause | Preferred | Acceptable | Hard line |
|---|---|---|---|
| Advance | 20% | 30% | 40% against a bank guarantee |
| Payment | 30 days after acceptance | 45 days | 60 days |
| Liability cap | Total price | 150% of it | Never unlimited |
| Forum | Court at our domicile | Agreed arbitration | No court abroad |

Know beforehand who may approve what lies beyond the line. "I have to ask" is normal in a meeting. Asking after signature is too late.

## Know your alternative

What is the best thing to do if you do not agree: another supplier, waiting, making it yourself? Only those with an alternative can say no. Estimate theirs too: year-end targets and full warehouses are information.

## One text, one source

Drafting it yourself has two advantages: you know the structure, and the vague places do not all happen to be against you. If they insist on their text, run it through the checker first and list the differences. Do not read it for the first time at the table.

**Bad practice**

> Read the contract aloud clause by clause and discuss what comes up.

**Good practice**

> Two days before, send a list in three parts: must be solved, should be solved, wording. Discuss the first two; the lawyers settle the wording afterwards.

## Good faith

A party that negotiates in bad faith, hides important facts, or discloses or misuses the other's trade secrets pays for the loss (Civil Code, arts. 500 and 501). You may keep silent; you may not lie.`,
  },
  {
    title: 'Speaking: positions need reasons',
    body: `"We cannot accept this clause" is a position. The other side can only yield or fight. Say it differently: **fact + effect + request**.

**A bad way to say it**

> Your payment term is outrageous and has to change.

**A good way to say it**

> The contract says 90 days after acceptance. We pay three suppliers in advance, and 90 days raise our cost of capital by about 2%. Please consider 45 days. If your process does not allow that, 30% on arrival would also help.

It states the fact, explains the effect and offers two ways. "The second is possible" is now an easy answer.

## Asking beats telling

- "Why is this clause important to you?"
- "Which step of your process needs 90 days?"
- "If we help with delivery, could payment come earlier?"

The reason is often not money but a process, a target or an old bad experience. When the reason is solved, the clause loosens.

## Standards instead of a contest of wills

There is no end to arguing what is fair. There is an end to arguing about standards: a national standard, trade practice, a published index, the last deal, the default rule of the law. "Whatever exceeds the loss by more than thirty per cent may well be reduced later" is stronger than "too high".

## Trade, do not give

Get something for each concession, and say so at once:

> If you reduce the retention from 10% to 5%, we will extend the warranty from 12 to 18 months.

Concede late, a little at a time, and with a reason. A row of large concessions says that more are waiting.

## Silence is an answer

After a proposal, stop and wait. Who hurries to explain often negotiates against themselves.

Last, be hard on the matter and kind to people. Instead of "you broke the contract again" say "this lot is 8 days late; let us see how to make up for it". The relationship is part of the next contract.`,
  },
  {
    title: 'Some difficult clauses',
    body: `## The cap on liability

Suppliers want a cap and customers want none. **Layers** are a workable middle: general liability up to the total price, a small separate cap for delay, and no cap for confidentiality, infringement of intellectual property, personal injury, intent and gross negligence. Liability for personal injury, and for property damage by intent or gross negligence, cannot be excluded anyway (Civil Code, art. 506).

**A good clause**

> Except for personal injury, intent or gross negligence, breach of confidentiality and infringement of intellectual property, each party's total liability under this contract is limited to the total price.

## Termination at will

Customers of services often ask for it. Agree, at a price: 30 days' notice, settlement of completed work, and purchases that cannot be returned are paid by the customer. Under a mandate both parties may end it at any time anyway (art. 933), so agreeing on the compensation helps both.

## Intellectual property

"Results belong to Party A" hides three questions: whose is the background technology, what about open-source components, and whose are the results before the price is paid?

**A good clause**

> Technology that Party B had before this contract remains Party B's. Party B grants Party A a perpetual, non-exclusive licence to use it with the deliverables. Copyright in the deliverables passes to Party A on the day on which Party A has paid all sums due. Open-source components are listed in Annex 3.

## One-sided texts

Their draft has ten sentences on breach by Party B and none on breach by Party A. Do not strike all ten. Add one mirror:

> If Party A pays late, it shall pay 0.05% of the late amount for each day; after 30 days Party B may suspend performance.

## Disputes

Each side wants its own city. Compromises are the court at the defendant's domicile (who sues has to travel) or an institution that both accept. **Never** combine arbitration and court, and never write only "the arbitration commission where the parties are".

**A bad clause**

> Failing agreement, the arbitration commission at the place of the parties shall decide.

**A good clause**

> Failing agreement, either party may sue in the people's court with jurisdiction at the defendant's domicile.

Park what you cannot agree on and come back at the end. By then both have invested time and want to close.`,
  },
  {
    title: 'Texts going to and fro: rounds, comments, versions',
    body: `The result of a negotiation exists in the text only. If the text is lost, so is the result.

## A version for each round

Import the file that comes back into Deedbox as a round of theirs; what you send is a round of ours. Give each round a line of summary: "B accepts the payment term, refuses the cap". When somebody asks who added a clause, the versions answer.

## Always compare for yourself

"We only changed clause 8." Compare the whole text all the same. Most changes that nobody marked are accidents. A few are not.

**Bad practice**

> The other side sends a PDF, says that it is the same, and you print and sign it.

**Good practice**

> Import it as a new round, compare it word by word with the last draft, and submit it only when nothing but the agreed changes is found.

## For whom is a comment?

Keep comments for the other side apart from your own. Hard lines and worries belong in internal comments and never in a file that goes out. Send a clean Word file or PDF, not the document with its history.

## Minutes

Send minutes on the same day and ask for confirmation:

| Clause | Result | Who drafts | By |
|---|---|---|---|
| 6 Payment | 45 days after acceptance, 30% on arrival | We | 5 March |
| 10 Cap | Layers, their head office to confirm | They | 8 March |

Add a sentence: "These minutes serve the drafting only; the rights and duties of the parties follow from the signed contract." Otherwise the minutes may themselves be taken for a contract. The same goes for letters of intent and memoranda: say what binds (confidentiality, exclusivity, costs) and what does not. A letter by which the parties agree to conclude a contract within a certain time can be a **preliminary contract**, and breaking it has consequences (Civil Code, art. 495).

## The last draft

Before signature: the checker once more, a comparison once more, and a last reading for three things only: figures, dates and names.`,
  },
  {
    title: 'Communicating while performing',
    body: `After signature most disputes begin with communication. Three habits prevent most of them.

## Write important things down

Confirm by email on the same day what was agreed by telephone:

> As agreed today, the second lot will be delivered by 20 June; all else stays. If you see it differently, please tell us by 17:00 tomorrow.

The email may not change the contract, but it fixes what was said. Changes of price, time or quality still need a supplementary agreement; an unclear change is presumed not to have been made (Civil Code, art. 544).

## Bad news early

If you will be late, say so at once and bring a plan:

**A bad way to say it**

> For various reasons delivery may be somewhat later.

**A good way to say it**

> A mould broke, and the second lot of 60 units moves from 10 to 20 June. We propose 30 units on 10 June and the rest ten days later, and will bear the extra freight. Please answer by 3 June.

The other side can adjust, the loss stays small, and you have met the duty to notify and assist (art. 509).

## Three steps when they are in breach

1. **Record**: photographs, receipts, test reports, with dates.
2. **Notify**: in writing, within the agreed period; name the clause, the facts, the demand and the time limit.
3. **Choose**: repair, replacement, price reduction or return (art. 582), liquidated damages or termination. Ask legal first, for some choices cannot be taken back.

Silence counts as consent only by law, agreement or the parties' usual dealings (art. 140). If a letter says "deemed accepted" and you do not agree, answer at once.

## Escalation

Put it into the contract. Escalating is not complaining; it keeps small things small.

**A good clause**

> Differences in performance are discussed by the project managers within 5 working days of a written notice, then by the responsible directors within a further 10 working days. If they remain unsolved, the dispute resolution clause applies.

## Closing needs words too

When all is done, confirm a closing statement: payments, invoices, documents, start of warranty. One page can save a lawsuit two years later.`,
  },
];
