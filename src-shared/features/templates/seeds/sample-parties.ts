import type { PartySnapshot } from '../../documents/variables.ts';
import type { PartyId } from '../../parties/model.ts';

/**
 * Four companies and one individual that don't exist: invented names, streets of no town, numbers of example.com. The
 * credit codes have valid check characters (GB 32100-2015) and belong to nobody known to us.
 */
export const sampleParties: readonly [PartySnapshot, PartySnapshot, PartySnapshot, PartySnapshot, PartySnapshot] = [
  company(1, {
    nameZh: '上海云帆海洋仪器有限公司（虚构）',
    nameEn: 'Shanghai Yunfan Marine Instruments Co., Ltd. (fictional)',
    uscc: '91310000MA1FAKE015',
    legalRepresentative: '林示例',
    registeredAddress: '上海市示范区云帆路88号 / 88 Yunfan Road, Shifan District, Shanghai',
    contactName: '周样本',
    contactPhone: '021-5550 0101',
    contactEmail: 'contracts@yunfan.example.com',
    bankName: '示例银行上海示范支行',
    bankAccount: '6200 0000 0000 0101',
  }),
  company(2, {
    nameZh: '深圳蓝港渔业科技有限公司（虚构）',
    nameEn: 'Shenzhen Langang Fisheries Technology Co., Ltd. (fictional)',
    uscc: '91440300MA5DEMXA2B',
    legalRepresentative: '陈假想',
    registeredAddress: '深圳市示范区蓝港大道6号 / 6 Langang Avenue, Shifan District, Shenzhen',
    contactName: '何样本',
    contactPhone: '0755-5550 0102',
    contactEmail: 'legal@langang.example.com',
    bankName: '示例银行深圳示范支行',
    bankAccount: '6200 0000 0000 0102',
  }),
  company(3, {
    nameZh: '北京青石软件技术有限公司（虚构）',
    nameEn: 'Beijing Qingshi Software Technology Co., Ltd. (fictional)',
    uscc: '91110108MA00DEMX3J',
    legalRepresentative: '赵示例',
    registeredAddress: '北京市示范区青石街12号 / 12 Qingshi Street, Shifan District, Beijing',
    contactName: '孙样本',
    contactPhone: '010-5550 0103',
    contactEmail: 'office@qingshi.example.com',
    bankName: '示例银行北京示范支行',
    bankAccount: '6200 0000 0000 0103',
  }),
  company(4, {
    nameZh: '杭州听潮数据服务有限公司（虚构）',
    nameEn: 'Hangzhou Tingchao Data Services Co., Ltd. (fictional)',
    uscc: '91330100MA2XHYPQ4P',
    legalRepresentative: '吴假想',
    registeredAddress: '杭州市示范区听潮巷3号 / 3 Tingchao Lane, Shifan District, Hangzhou',
    contactName: '郑样本',
    contactPhone: '0571-5550 0104',
    contactEmail: 'hello@tingchao.example.com',
    bankName: '示例银行杭州示范支行',
    bankAccount: '6200 0000 0000 0104',
  }),
  {
    ...company(5, {
      nameZh: '王样本（虚构）',
      nameEn: 'Wang Yangben (fictional)',
      uscc: null,
      legalRepresentative: null,
      registeredAddress: '苏州市示范区桂花弄5号 / 5 Guihua Alley, Shifan District, Suzhou',
      contactName: '王样本',
      contactPhone: '0512-5550 0105',
      contactEmail: 'wang@example.com',
      bankName: '示例银行苏州示范支行',
      bankAccount: '6200 0000 0000 0105',
    }),
    kind: 'individual',
  },
];

function company(index: number, facts: Omit<PartySnapshot, 'partyId' | 'kind' | 'noticeAddress'>): PartySnapshot {
  const partyId = `00000000-0000-4000-8000-00000000000${index}` as PartyId;
  return { partyId, kind: 'company', noticeAddress: null, ...facts };
}
