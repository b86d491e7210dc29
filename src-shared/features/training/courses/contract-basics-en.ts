import type { ShippedLesson } from './shipped-lesson.ts';

export const contractBasicsEn: readonly ShippedLesson[] = [
  {
    title: 'What a contract is, and when it is made',
    body: `A contract is an agreement by which persons create, change or end a legal relationship between them (PRC Civil Code, art. 464). It need not be called one. A purchase order, a countersigned quotation or a few emails can be a contract once both sides agree on the essentials.

## One side offers, the other accepts

A contract is made by **offer** and **acceptance**. An offer is specific and shows that its maker will be bound if it is accepted. Accepting it as it stands is acceptance. Changing the price, quantity, quality, payment, liability or dispute resolution makes a new offer, and nothing has been agreed yet. "Agreed, but please deliver a week earlier" is not a yes.

## Writing

A contract may be oral, but an oral promise is hard to prove. Email and electronic data interchange that show their content in visible form and can be retrieved at any time count as writing (art. 469). Where the parties sign a document, the contract is made when **all** of them have signed, sealed or fingerprinted it. If one party has already performed its main duty and the other accepted that, the contract is made too (art. 490).

## Three checks before signing

1. Who is the other side? Name and unified social credit code must match the business licence.
2. Who may sign? The legal representative, or a person with a power of attorney.
3. Which draft is it? Pages run on, annexes are attached, blanks are filled in or struck out.

**A bad clause**

> The parties will start deliveries and sign the contract later.

Performing first leaves price, quality and liability to memory.

**A good clause**

> This contract takes effect on the day on which the legal representatives or authorised representatives of both parties have signed it and affixed the company seals. Before that day neither party has to prepare or deliver goods or pay.

Remember: whether you can show the other side's "yes" decides whether you have a contract.`,
  },
  {
    title: 'What a complete contract says',
    body: `Article 470 of the Civil Code lists eight items that a contract usually contains. Leaving one out does not always make the contract void, but every gap is a future argument.

| Item | The question it answers |
|---|---|
| Names and addresses of the parties | Who owes whom, and where do notices go |
| Subject matter | What exactly is sold, made or leased |
| Quantity | How much, in which unit, with what tolerance |
| Quality | Which standard, who inspects, how soon to object |
| Price or remuneration | How much, tax included or not, at which rate |
| Time, place and manner of performance | When, where and how |
| Liability for breach | What is owed, and how it is calculated |
| Dispute resolution | Which court, or which arbitral institution |

Parties, subject matter and quantity matter most: without them a sale is commonly found not to have been concluded.

## When something was left open

Article 510 comes first: a supplementary agreement, failing which the other terms and trade usage. Only then do the rules of article 511 fill the gap. Quality follows mandatory national standards, then recommended national standards, industry standards and the usual standard. The price is the market price at the place of performance when the contract was made. Money is paid where the payee is. Without a time, performance may be made or asked for at any moment, with the time needed to prepare.

These rules are for people who forgot. The result is often what neither party wanted: "market price" hurts the buyer when prices rise, the seller when they fall, and somebody must first prove what it was.

**A bad clause**

> The Buyer purchases a number of buoys of the required quality at the prevailing price.

**A good clause**

> The Buyer purchases 120 buoys, model YF-200, to the specification in Annex 1, at a unit price of CNY 6,800 including VAT at 13%, for a total price of CNY 816,000.

When you review a draft, use the table as a checklist and write the clause number beside each item. What has no number is what you have to add.`,
  },
  {
    title: 'Making rights and duties clear',
    body: `Most disputes do not begin with bad faith. They begin with a contract that does not say who does what, when, and how well. Write duties in a fixed pattern: **who + shall + do what + for whom + by when + to which standard**.

## Keep the subject

**A bad clause**

> Factory inspection shall be completed before delivery and the report shall be provided promptly.

Who inspects? Who gets the report? How many days is "promptly"?

**A good clause**

> The Supplier shall complete the factory inspection of each lot before dispatch and give the Buyer the sealed inspection report within 3 working days after the inspection.

## Replace vague words

| Vague | Instead |
|---|---|
| promptly, as soon as possible | within 2 working days of written notice |
| approximately, about | 100 units, plus or minus 2 |
| satisfactory, good quality | conforming to GB/T 19001, or to the sealed sample |
| liable for all losses | 0.05% of the late amount for each day |
| etc., including without limitation | a closed list, or "limited to Annex 2" |

Vague words are not always wrong. Where both sides need room, keep them, but say who judges by which standard, and note internally why they stayed.

## Delivery goes with acceptance

A contract that speaks of delivery but not of acceptance puts off the quality question until the day of payment. An acceptance clause says four things: the standard, the period, what silence means, and what happens to goods that fail. If the agreed inspection period is too short for a full inspection given the nature of the goods and trade usage, it counts only as the period for objecting to apparent defects (art. 622).

**A good clause**

> The Buyer shall inspect the goods against Annex 1 within 10 days of receipt. If the Buyer does not object in writing within this period, quantity and appearance are deemed accepted. The Supplier shall replace rejected goods within 7 days of receiving the notice.

When you have finished, read as the other side would: if I wanted to do less, which gap in this sentence would I use?`,
  },
  {
    title: 'Price, payment and liquidated damages',
    body: `A payment clause is good when the finance department can pay without a telephone call: amount, condition, period, account and invoice are all there.

## A condition with a clock

"After acceptance" is a condition without a clock. "Every month" is a clock without a condition. Join them.

**A bad clause**

> The Buyer shall pay the balance after the goods have been accepted.

**A good clause**

> The Buyer shall pay 70% of the total price (CNY 571,200) to the Supplier's account named in this contract within 10 working days after acceptance and receipt of a special VAT invoice for the same amount.

Instalments must add up to 100% and to the total. Amounts in Chinese capitals and in figures must agree.

## Tax

Say at least whether the price includes VAT, the rate, the type of invoice and when it is issued. Add a sentence for a change of rate: the price net of tax stays, the tax follows the statutory rate.

## A deposit is not always a deposit

Only 定金 (earnest money) carries the double penalty: the payer in breach loses it, the payee in breach returns twice the sum (art. 587). It may not exceed 20% of the value of the contract, and the excess has no such effect (art. 586); it arises only when it is actually **paid**. Money called 订金, 押金 or 保证金 usually does not carry the penalty unless the parties gave it that nature. Where liquidated damages and earnest money are both agreed, a party chooses one (art. 588) and may claim loss beyond the earnest money.

## How much

Liquidated damages below the loss may be raised; those **excessively above** it may be reduced (art. 585). Courts commonly take thirty per cent above the loss as the yardstick. Choose a figure that can be calculated and explained:

> If the Buyer pays late, it shall pay 0.05% of the late amount for each day of delay, up to 10% of the late amount.

An uncapped half a per cent a day looks strong and is usually cut in court.`,
  },
  {
    title: 'Termination, notices and disputes',
    body: `Nobody reads the last clauses until something goes wrong. Then every word is read.

## When you may leave

There are three ways: agreement, a ground that the contract names (art. 562) and the statutory grounds (art. 563). Name grounds precisely: which breach, how many days after a warning.

**A bad clause**

> In case of a material breach the other party may terminate at any time.

**A good clause**

> If the Supplier is more than 15 days late and does not deliver within 10 days of the Buyer's written demand, the Buyer may terminate this contract by written notice, which takes effect when it reaches the Supplier.

The right to terminate ends: where nothing is agreed, one year after the party knew or should have known of the ground, or a reasonable period after being asked to decide (art. 564). A continuing contract without an end may be terminated at any time, but only on reasonable prior notice (art. 563, second paragraph), so state the number of days.

Do not forget what comes after: settlement of what was delivered, return of documents, and the survival of confidentiality, settlement and dispute clauses (art. 567).

## Notices

Give addresses, contact persons and email for both parties, say which way of sending counts and when a notice is deemed received, and how soon a change of address must be told.

## Court or arbitration, never both

**A bad clause**

> Disputes may be submitted to the local arbitration commission or to the people's court.

Offering both generally makes the arbitration agreement invalid, and "local commission" names no institution.

**A good clause (arbitration)**

> Any dispute arising from or in connection with this contract shall be submitted to the Shanghai International Economic and Trade Arbitration Commission for arbitration under its rules in force at the time of the application. The award is final and binding on both parties.

**A good clause (court)**

> If a dispute is not settled by negotiation within 30 days, either party may sue in the people's court with jurisdiction at the Buyer's domicile.

An agreed court needs a real connection with the dispute, such as the domicile of either party, the place of performance or signature, or the location of the subject matter (Civil Procedure Law, art. 35). If you choose the place of signature, fill it in.`,
  },
];
