import type { InBoth } from '../model.ts';

export const usingDeedboxBank: InBoth = {
  zh: `### forgot single
忘记了口令，怎样才能再打开合同库？
- 请管理员查看口令
+ 用恢复码设置新口令
- 重新安装程序
> 口令不保存在任何地方，只有恢复码能设置新口令。

### withheld single
页面上显示“未开放”，说明什么？
- 内容还没有填写
+ 这一项所在的分区没有向您开放密钥
- 程序出错了
> 没有钥匙就看不见，需要时请联系管理员。

### away single
出差期间要请同事代为审批，应当怎么做？
- 把口令告诉同事
+ 在“审批”页设置外出代理和日期
- 请管理员把流程删掉
> 代理人用自己的口令审批，记录里写明代谁。

### compartments match
把内容与所在的加密分区连起来。
= 合同正文 => 条款
= 收款账户 => 金额
= 相对方名称 => 主档
> 三个分区有三把不同的钥匙。

### uscc single
录入统一社会信用代码时提示校验位不对，最好怎么办？
+ 对照营业执照重新核对
- 把最后一位随便换一个直到通过
- 留空不填
> 校验位就是为了发现录错；应以营业执照为准。

### template multiple
关于模板与变量，哪些说法正确？
+ 正文由模板决定，起草人填写变量
+ 双语合同的两种文字由同一组变量生成
- 改了相对方的名称，历史合同里的名称会一起变
+ 没写完的表单会自动保留
> 历史合同保存的是签订时的内容，不会随主档变化。

### blocking multiple
下列哪些属于“阻止送签”的发现？
+ 正文里还有 ____ 没有填
+ 大写金额与小写金额不一致
- 合同标题太长
+ 同一条里既写仲裁又写法院
> 这些问题不改，签出去的合同就有硬伤。

### waiver single
哪一条豁免理由写得好？
- 已阅，没问题
- 领导同意
+ 采购文件第 12 条已写明最迟 60 日付款，风险可接受
> 理由要让审批人看得出为什么可以接受。

### blanks defect
点出检查器会判为“阻止”的文字。
| 甲方应于 ·[[____年__月__日]] ·前 ·支付首期款 ·人民币 100,000 元 ·（大写：[[壹万元整]]） ·。
> 日期是空白；100,000 元的大写是壹拾万元整。

### changed single
合同批准后改了一个错别字，会怎样？
- 批准仍然有效
+ 全部批准失效，退回审查
- 只有最后一个审批人要重批
> 审批绑定内容的哈希，内容一变就要重新审批。

### append single
对方发回的 PDF 显示“签署后有改动”，应当怎么办？
- 签名还在，可以用
+ 查看改了什么，与库里的稿子核对后再决定
- 重新打印一份就行
> PDF 可以在不破坏原签名的情况下追加内容。

### deadline single
合同 12 月 31 日到期，期满 30 日前书面通知可不续约。通知最晚应在哪天到达？
+ 12 月 1 日
- 12 月 31 日
- 次年 1 月 30 日
> 从到期日往前数 30 天；还要为邮寄留出时间。

### notice multiple
寄出不续约通知后，应当做哪些事？
+ 在合同页登记通知的日期、方式和单号
+ 把快递底单和扫描件放进附件
- 把合同删掉
+ 对方签收后补上收到日期
> 没有证据的通知等于没有通知。`,
  en: `### forgot single
You forgot your passphrase. How can the vault be opened again?
- The administrator looks it up
+ With the recovery code, which sets a new one
- By installing the application again
> The passphrase is kept nowhere; only the recovery code sets a new one.

### withheld single
A page says "withheld". What does it mean?
- Nothing was entered yet
+ The value lies in a compartment whose key you do not hold
- The application failed
> What you have no key for stays closed. Ask the administrator if you need it.

### away single
You travel and a colleague shall approve for you. What do you do?
- Tell them your passphrase
+ Set a delegate and the dates on the Approvals page
- Have the flow deleted
> The delegate uses their own passphrase, and the record says for whom.

### compartments match
Match each content with its compartment.
= The text of a contract => Clauses
= A bank account => Finance
= The name of a counterparty => Core
> Three compartments have three different keys.

### uscc single
The check character of a credit code is reported as wrong. What is best?
+ Compare it with the business licence again
- Try other last characters until it passes
- Leave it empty
> The check character is there to find slips; the licence decides.

### template multiple
Which statements about templates and variables are right?
+ The template decides the text, the drafter fills in variables
+ Both texts of a bilingual contract come from the same variables
- When a counterparty's name is changed, old contracts change too
+ An unfinished form keeps itself
> Old contracts keep what was agreed when they were signed.

### blocking multiple
Which findings hold back signature?
+ The text still has ____ in it
+ The amount in capitals differs from the figures
- The title is too long
+ One clause offers both arbitration and court
> Each of these is a serious flaw in a signed contract.

### waiver single
Which reason for a waiver is a good one?
- Noted, no problem
- The boss agrees
+ Clause 12 of the tender documents limits payment to 60 days; the risk is acceptable
> The reason has to show the approver why it is acceptable.

### blanks defect
Click what the checker would hold back.
| Party A shall pay ·the first instalment ·of CNY 100,000 ·(in words: [[ten thousand yuan]]) ·by [[____]] ·.
> The date is blank, and the words say ten thousand, not one hundred thousand.

### changed single
After approval somebody corrects one typing mistake. What happens?
- The approval stands
+ All approvals are void and the contract goes back to review
- Only the last approver decides again
> Approval is bound to the hash of the content.

### append single
A PDF comes back and is reported as changed after signature. What do you do?
- Use it, the signature is still there
+ Look at what changed and compare it with the vault before deciding
- Print it again
> A PDF can be added to without breaking its first signature.

### deadline single
A contract ends on 31 December and can be ended by notice 30 days before. When must the notice arrive at the latest?
+ On 1 December
- On 31 December
- On 30 January
> Count 30 days back from the last day, and leave time for the post.

### notice multiple
You posted a notice of non-renewal. What else do you do?
+ Record its day, method and tracking number on the contract's page
+ Keep the receipt and a scan as attachments
- Delete the contract
+ Add the day of receipt when it is known
> A notice without proof is no notice.`,
};
