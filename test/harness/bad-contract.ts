/** A contract written badly on purpose, in both languages, with the rules that must see it. */
export const badContract = {
  zh: `设备采购合同

甲方：上海云帆海洋仪器有限公司
乙方：青岛远岸科技有限公司

第一条 标的
乙方应向甲方提供优质的测深仪若干台。

第二条 价款
合同总价为人民币 120,000 元（大写：壹拾叁万元整）。甲方应尽快支付货款。预付款为总价的 30%，发货前支付 40%，验收后支付 20%。

第三条 交货
乙方应及时将设备送达甲方，交货地点为____。

第四条 违约责任
乙方违反本合同的，承担相应责任。

第五条 争议解决
因本合同发生的争议，可以向上海仲裁委员会申请仲裁，也可以向人民法院起诉。

第六条 附件
技术要求见第十二条及附件三。`,
  en: `EQUIPMENT PURCHASE CONTRACT

Party A (Buyer): Shanghai Sailcloud Marine Instruments Co., Ltd.
Party B (Supplier): Qingdao Farshore Technology Co., Ltd.

1. Goods
The Supplier shall deliver a number of echo sounders of satisfactory quality.

2. Price
The total price is CNY 120,000. The Buyer shall pay the price as soon as possible. 30% is paid in advance, 40% before dispatch and 20% after acceptance.

3. Delivery
The Supplier shall deliver the goods promptly to ____.

4. Termination
Either party may terminate this Contract at any time.

5. Disputes
Disputes may be submitted to arbitration or to a court having jurisdiction.

6. Annexes
The specification is set out in Clause 12 and Annex 3.`,
  rules: ['R02', 'P01', 'P04', 'X01', 'X02', 'X08', 'D02'],
} as const;
