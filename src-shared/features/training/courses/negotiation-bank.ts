import type { InBoth } from '../model.ts';

export const negotiationBank: InBoth = {
  zh: `### three-lines match
把“三条线”与含义连起来。
= 首选 => 最希望得到的结果
= 可以接受 => 权限内可以同意
= 底线 => 越过就不签或者要另行批准
> 不写下来，会上就会被气氛推着走。

### alternative single
谈判中最能支持你说“不”的是什么？
- 声音大
+ 谈不成时有可行的替代方案
- 职位高
> 有退路的一方才敢说不。

### good-faith single
谈判中故意隐瞒重要事实，造成对方损失的，会怎样？
+ 应当承担赔偿责任
- 没签合同就没有责任
- 只受道德谴责
> 《民法典》第五百条（缔约过失责任）。

### statement single
哪一种说法更容易得到让步？
- “这个付款期限太离谱了。”
+ “90 日会使我方资金成本增加约 2%，能否考虑 45 日，或者到货先付 30%？”
- “别家都不是这样的。”
> 现象、影响、请求，再给两个选择。

### criteria multiple
下列哪些属于客观标准？
+ 国家标准
+ 公开的价格指数
- 我方的感受
+ 法律的缺省规则
> 争标准有尽头，争意志没有尽头。

### concession single
让步的好做法是哪一种？
- 一次让到底，显得有诚意
+ 小步、有理由、同时换回一样东西
- 先让，以后再提要求
> 当场说出交换条件。

### cap defect
点出责任上限条款中不能这样写的部分。
| 乙方的累计赔偿责任 ·以合同总价为限 ·，[[包括因乙方故意造成的损失]] ·和逾期违约金 ·。
> 因故意或者重大过失造成对方财产损失的免责条款无效（第五百零六条）。

### forum defect
点出这条争议解决条款的缺陷。
| 争议协商不成的 ·，由 ·[[双方所在地仲裁委员会]] ·仲裁 ·，裁决是终局的 ·。
> 没有选定一个具体的仲裁机构。

### mandate single
委托合同中，谁可以随时解除？
- 只有委托人
- 只有受托人
+ 委托人和受托人都可以
> 第九百三十三条；造成损失的，可能需要赔偿，所以事先约定补偿办法。

### compare single
对方说“只改了第八条”，应当怎么做？
- 只看第八条
+ 导入为新一轮，逐字对比全文
- 请对方出具承诺书
> 没有标出的修改多数是无心的，少数不是。

### minutes single
会议纪要里最好写上哪一句？
+ 本纪要仅供起草使用，权利义务以最终签署的合同为准
- 本纪要签字后生效
- 解释权归我方
> 否则纪要本身可能被当作合同。

### preliminary single
双方签了认购书，约定一个月内订立合同，一方拒绝订立。后果是什么？
- 没有后果，正式合同还没签
+ 可能构成预约合同，违反的要承担违约责任
- 正式合同视为已签
> 第四百九十五条。

### late-notice multiple
发现自己要迟延交货，通知里应当写什么？
+ 原因和影响的数量
+ 新的交付时间和补救方案
- “由于种种原因”
+ 请对方答复的期限
> 早说、说清、带方案。

### remedies multiple
货物不符合约定，受损害方可以合理选择请求什么？
+ 修理、更换
+ 减少价款
+ 退货
- 没收对方的营业执照
> 第五百八十二条。`,
  en: `### three-lines match
Match the three lines with their meaning.
= Preferred => What we would most like to get
= Acceptable => What we may agree to ourselves
= Hard line => Beyond it: do not sign, or get approval
> What is not written down moves with the mood of the meeting.

### alternative single
What supports your "no" best?
- A loud voice
+ A workable alternative if you do not agree
- A high position
> Only those with an alternative can say no.

### good-faith single
A party hides important facts while negotiating and causes a loss. What follows?
+ It has to compensate
- Nothing, no contract was signed
- Only a bad reputation
> Civil Code, art. 500 (liability for fault in negotiating).

### statement single
Which sentence is more likely to bring a concession?
- "This payment term is outrageous."
+ "90 days raise our cost of capital by about 2%. Could it be 45 days, or 30% on arrival?"
- "Nobody else does it like this."
> Fact, effect, request, and two ways to choose from.

### criteria multiple
Which of these are objective standards?
+ A national standard
+ A published price index
- Our feelings
+ The default rule of the law
> Arguing about standards has an end; a contest of wills has none.

### concession single
Which way of conceding is good?
- All at once, to show good will
+ Small steps, with a reason, and for something in return
- First give, ask later
> Name the trade at once.

### cap defect
Click the part that a cap on liability cannot contain.
| Party B's total liability ·is limited to the total price ·, [[including loss that Party B causes intentionally]] ·and damages for delay ·.
> An exclusion for property damage caused by intent or gross negligence is void (art. 506).

### forum defect
Click the defect of this dispute clause.
| Failing agreement ·, disputes are arbitrated ·by [[the arbitration commission at the place of the parties]] ·, whose award is final ·.
> It names no particular institution.

### mandate single
Who may end a mandate at any time?
- Only the principal
- Only the agent
+ Both
> Article 933; loss may have to be compensated, so agree on how.

### compare single
The other side says: "We only changed clause 8." What do you do?
- Read clause 8
+ Import it as a new round and compare the whole text
- Ask for a written promise
> Most unmarked changes are accidents. A few are not.

### minutes single
Which sentence belongs into the minutes?
+ These minutes serve the drafting only; rights and duties follow from the signed contract
- These minutes take effect when signed
- We interpret these minutes
> Otherwise the minutes may be taken for a contract.

### preliminary single
The parties signed a subscription letter to conclude a contract within a month, and one refuses. What follows?
- Nothing, the real contract was not signed
+ It can be a preliminary contract, and breaking it has consequences
- The real contract counts as signed
> Article 495.

### late-notice multiple
You will deliver late. What belongs into the notice?
+ The cause and the quantity affected
+ The new date and a plan
- "For various reasons"
+ A date for their answer
> Early, clear and with a plan.

### remedies multiple
The goods do not conform. What may the other party reasonably ask for?
+ Repair or replacement
+ A lower price
+ Return of the goods
- Confiscation of the business licence
> Article 582.`,
};
