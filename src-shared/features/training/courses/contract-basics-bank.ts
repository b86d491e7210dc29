import type { InBoth } from '../model.ts';

export const contractBasicsBank: InBoth = {
  zh: `### counter-offer single
对方回复报价：“同意，但请把交货期提前一周。”这时合同成立了吗？
- 成立，对方已经说了同意
- 成立，但交货期按原报价
+ 没有成立，对方提出的是新的要约
> 受要约人对要约的内容作出实质性变更的，为新要约；履行期限属于实质性内容。

### signed-by-one single
采用合同书形式，乙方已盖章，甲方尚未签字盖章，也没有人开始履行。合同成立了吗？
- 乙方盖章时成立
+ 没有成立，各方均签名、盖章或者按指印时才成立
- 合同书寄出时成立
> 见《民法典》第四百九十条。一方已经履行主要义务、对方接受的除外。

### written-form multiple
下列哪些可以视为书面形式？
+ 可以随时调取查用的电子邮件
+ 电子数据交换
- 没有录音的电话
+ 双方签字的订单
> 能够有形地表现所载内容并可以随时调取查用的数据电文视为书面形式（第四百六十九条）。

### gap-place single
合同没有写明付款地点，也无法按第五百一十条确定。货款应在哪里支付？
- 付款一方所在地
+ 接受货币一方所在地
- 合同签订地
> 第五百一十一条：给付货币的，在接受货币一方所在地履行。

### items-match match
把内容与合同的必备项目连起来。
= 120 台，允许误差 ±2 台 => 数量
= 符合附件一的技术指标 => 质量
= 收到货物之日起 10 日内在甲方仓库验收 => 履行期限、地点和方式
= 提交上海国际经济贸易仲裁委员会仲裁 => 解决争议的方法
> 第四百七十条列出八项；检查草稿时逐项指出条号。

### vague-delivery defect
点出这条交货条款中说不清楚的词。
| 乙方应 ·[[尽快]] ·将 120 台浮标 ·交付至 ·甲方青岛仓库 ·，并提供 ·[[相关]] ·资料。
> “尽快”没有期限，“相关”没有范围。改成“收到预付款后 20 日内”和“附件二所列资料”。

### no-clock defect
点出这条付款条款的缺陷。
| 甲方应 ·[[在验收合格后]] ·向乙方账户 ·支付合同总价的 70% ·（人民币 571,200 元）。
> 有条件没有时钟：应写“自验收合格之日起 10 个工作日内”。

### deposit-limit single
合同总价 100 万元，约定定金 30 万元并已交付。多少产生定金的效力？
- 30 万元
+ 20 万元
- 全部无效
> 定金不得超过主合同标的额的 20%，超过部分不产生定金的效力（第五百八十六条）。

### deposit-words multiple
下列哪些说法正确？
+ 定金合同自实际交付定金时成立
- 写“订金”与写“定金”效果相同
+ 违约金和定金都约定了的，只能选择适用其一
- 收受定金的一方违约，原数返还即可
> 第五百八十六条至第五百八十八条。收受定金的一方违约的，应当双倍返还。

### penalty single
违约金过分高于造成的损失时，当事人可以怎么办？
- 只能照付
+ 请求人民法院或者仲裁机构适当减少
- 主张合同无效
> 第五百八十五条。百分之三十是实践中的一般参考，不是合同里的固定数字。

### both-ways defect
点出使仲裁协议无效的词。
| 因本合同发生的争议 ·，可提交 ·上海仲裁委员会 ·仲裁 ·[[，也可向人民法院起诉]] ·。
> 既约定仲裁又约定诉讼，仲裁协议一般无效。只能选一个。

### rescission single
合同没有约定解除权的行使期限，法律也没有规定，对方也没有催告。解除权多久不行使就消灭？
- 六个月
+ 自知道或者应当知道解除事由之日起一年
- 三年
> 第五百六十四条第二款。

### court-link multiple
约定管辖法院时，下列哪些地点可以选？
+ 原告住所地
+ 合同签订地
- 与争议没有任何联系的地点
+ 合同履行地
> 《民事诉讼法》第三十五条要求与争议有实际联系。`,
  en: `### counter-offer single
The other side answers your quotation: "Agreed, but please deliver a week earlier." Is there a contract?
- Yes, they agreed
- Yes, with the delivery date of the quotation
+ No, their answer is a new offer
> A reply that changes an essential term, such as the time of performance, is a new offer.

### signed-by-one single
The parties use a written contract. Party B has sealed it, Party A has not, and nobody has begun to perform. Is it made?
- Yes, when Party B sealed it
+ No, only when all parties have signed, sealed or fingerprinted it
- Yes, when it was posted
> Article 490. The exception is a main duty performed by one party and accepted by the other.

### written-form multiple
Which of these can count as writing?
+ Email that can be retrieved at any time
+ Electronic data interchange
- A telephone call that nobody recorded
+ An order signed by both parties
> Data messages that show their content and can be retrieved at any time count as writing (art. 469).

### gap-place single
The contract does not say where the price is to be paid, and article 510 does not help. Where is it paid?
- Where the payer is
+ Where the payee is
- Where the contract was signed
> Article 511: money is paid at the place of the party that receives it.

### items-match match
Match each text with the item of the contract that it belongs to.
= 120 units, plus or minus 2 => Quantity
= Conforming to the specification in Annex 1 => Quality
= Inspection at the Buyer's warehouse within 10 days of receipt => Time, place and manner of performance
= Arbitration by the Shanghai International Economic and Trade Arbitration Commission => Dispute resolution
> Article 470 lists eight items; write the clause number beside each when you review a draft.

### vague-delivery defect
Click the words that leave this delivery clause unclear.
| The Supplier shall ·[[promptly]] ·deliver 120 buoys ·to the Buyer's warehouse in Qingdao ·and provide ·[[the relevant]] ·documents.
> "Promptly" sets no time and "relevant" no scope. Write "within 20 days of the advance payment" and "the documents listed in Annex 2".

### no-clock defect
Click the defect of this payment clause.
| The Buyer shall pay ·70% of the total price ·(CNY 571,200) ·to the Supplier's account ·[[after acceptance]] ·.
> A condition without a clock: write "within 10 working days after acceptance".

### deposit-limit single
The total price is CNY 1,000,000. Earnest money of CNY 300,000 was agreed and paid. How much has the effect of earnest money?
- CNY 300,000
+ CNY 200,000
- None of it
> Earnest money may not exceed 20% of the contract value; the excess has no such effect (art. 586).

### deposit-words multiple
Which statements are right?
+ The agreement on earnest money arises when the money is actually paid
- 订金 has the same effect as 定金
+ Where liquidated damages and earnest money are both agreed, a party may use only one
- A payee in breach returns the same sum
> Articles 586 to 588. A payee in breach returns twice the sum.

### penalty single
Liquidated damages are excessively above the loss. What can the party do?
- Nothing but pay
+ Ask the court or the arbitral institution to reduce them
- Claim that the contract is void
> Article 585. Thirty per cent is a yardstick of practice, not a figure of the contract.

### both-ways defect
Click the words that make the arbitration agreement invalid.
| Disputes arising from this contract ·may be submitted ·to the Shanghai Arbitration Commission ·for arbitration ·[[or to the people's court]] ·.
> Offering arbitration and litigation generally makes the arbitration agreement invalid. Choose one.

### rescission single
Neither the contract nor the law sets a time for the right to terminate, and nobody asked. When is the right lost?
- After six months
+ One year after the party knew or should have known of the ground
- After three years
> Article 564, second paragraph.

### court-link multiple
Which places may the parties choose when they agree on a court?
+ The plaintiff's domicile
+ The place where the contract was signed
- A place without any connection to the dispute
+ The place of performance
> Article 35 of the Civil Procedure Law asks for a real connection with the dispute.`,
};
