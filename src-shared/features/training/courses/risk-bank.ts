import type { InBoth } from '../model.ts';

export const riskBank: InBoth = {
  zh: `### void-exclusion multiple
下列哪些免责条款无效？
+ 免除造成对方人身损害的责任
+ 免除因故意造成对方财产损失的责任
- 以合同总价为限承担一般违约责任
+ 免除因重大过失造成对方财产损失的责任
> 《民法典》第五百零六条。一般责任可以约定上限。

### standard-terms single
格式条款有两种以上解释的，怎么办？
- 按提供方的理解
+ 作出不利于提供方的解释
- 该条款一律无效
> 第四百九十八条。

### authority single
签字的“项目经理”没有授权委托书，事后公司也不追认。合同对公司有效吗？
- 一律有效
+ 一般无效，除非我方有理由相信其有代理权
- 一律无效
> 第一百七十一条、第一百七十二条（表见代理）。表见代理要我方举证，不能指望它。

### back-to-back defect
点出“背靠背”付款的风险所在。
| 甲方 ·[[在收到业主相应款项后]] ·10 日内 ·向乙方支付 ·工程进度款的 80% ·。
> 付款取决于第三人，没有最迟期限。应写明最迟付款日。

### defence match
把情形与可以行使的权利连起来。
= 双方同时交换，对方没有履行 => 同时履行抗辩
= 对方应当先履行而没有履行 => 后履行抗辩
= 我方先履行，但有确切证据证明对方转移财产 => 不安抗辩，中止履行并及时通知
> 第五百二十五条至第五百二十八条。

### guarantee-kind single
保证合同没有写保证方式，保证人承担什么责任？
+ 一般保证
- 连带责任保证
- 不承担责任
> 第六百八十六条。想要连带责任，必须写明。

### guarantee-period single
没有约定保证期间的，保证期间多长？
- 三年
- 两年
+ 主债务履行期限届满之日起六个月
> 第六百九十二条。

### renewal defect
点出这条续期条款缺少界限的地方。
| 合同期满 ·，双方无异议的 ·，[[本合同自动续期]] ·，续期内价格不变 ·。
> 续多久、续几次、何时提出异议都没有写。

### numbers multiple
民法中下列哪些说法**包括**本数？
+ 以上
+ 以内
- 超过
- 不满
> 第一千二百五十九条。

### limitation single
普通诉讼时效是几年？
- 一年
- 两年
+ 三年
> 第一百八十八条，自知道或者应当知道权利受到损害以及义务人之日起计算。

### change-kind match
把情形与处理办法连起来。
= 台风导致港口关闭 => 不可抗力：通知并提供证明
= 原材料上涨 8% => 商业风险：按合同履行
= 对方明确表示不交货 => 预期违约：期满前即可追究
> 第五百九十条、第五百三十三条、第五百七十八条。

### unclear-change single
双方聊天说“先这样吧”，没有说改成什么。合同变更了吗？
- 按说话人的意思变更
+ 推定为未变更
- 合同解除
> 第五百四十四条。

### account single
供应商来邮件要求改付到新账户，首先怎么做？
- 回复邮件确认
- 按新账户付款，留存邮件
+ 用合同里原来的电话核实，并要求盖章的书面通知
> 邮件本身可能就是骗子发的，不能用它来核实它自己。`,
  en: `### void-exclusion multiple
Which exclusions of liability are void?
+ For personal injury of the other party
+ For property damage caused intentionally
- A cap of general liability at the total price
+ For property damage caused by gross negligence
> Civil Code, art. 506. General liability may be capped.

### standard-terms single
A standard term can be read in two ways. How is it read?
- As its author meant it
+ Against its author
- It is void in any case
> Article 498.

### authority single
The "project manager" who signed had no power of attorney, and the company does not ratify. Is it bound?
- Always
+ Usually not, unless we had reason to believe in the authority
- Never
> Articles 171 and 172 (apparent agency). We would have to prove it, so do not rely on it.

### back-to-back defect
Click what makes this a pay-when-paid clause.
| Party A shall pay Party B ·80% of the progress payment ·within 10 days ·[[after it has received the corresponding payment from the Employer]] ·.
> Payment depends on a third person, without a latest date. State one.

### defence match
Match each situation with the right that it gives.
= Both perform at once and the other side has not => Defence of simultaneous performance
= The other side should have performed first and has not => Defence of the later performer
= We perform first but have definite evidence that they move assets away => Suspend, and give notice at once
> Articles 525 to 528.

### guarantee-kind single
A guarantee does not say which kind it is. What does the guarantor owe?
+ A general guarantee
- A joint and several guarantee
- Nothing
> Article 686. Joint and several liability has to be written down.

### guarantee-period single
No guarantee period was agreed. How long is it?
- Three years
- Two years
+ Six months from the due date of the main debt
> Article 692.

### renewal defect
Click the part of this renewal clause that has no limits.
| If neither party objects ·at the end of the term ·, [[this contract renews automatically]] ·at the same price ·.
> It does not say for how long, how often, or when an objection counts.

### numbers multiple
Which Chinese expressions **include** the number in civil law?
+ 以上
+ 以内
- 超过
- 不满
> Article 1259.

### limitation single
How long is the ordinary limitation period?
- One year
- Two years
+ Three years
> Article 188, from when the creditor knew or should have known of the harm and the debtor.

### change-kind match
Match each event with the way to handle it.
= A typhoon closes the port => Force majeure: give notice and proof
= Material costs rise by 8% => Commercial risk: perform as agreed
= The other side says that it will not deliver => Anticipatory breach: claim before the due date
> Articles 590, 533 and 578.

### unclear-change single
In a chat the parties say "let us leave it at that" and not what changes. Was the contract changed?
- Yes, as the writer meant
+ It is presumed not to have been changed
- It has ended
> Article 544.

### account single
A supplier asks by email for payment to a new account. What do you do first?
- Confirm by replying
- Pay and keep the email
+ Call the number in the contract and ask for a sealed letter
> The email may come from a fraudster; it cannot confirm itself.`,
};
