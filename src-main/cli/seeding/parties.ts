import type { PartyBank, PartyDetails } from '#shared/features/parties/model.ts';
import { usccProblem } from '#shared/features/parties/rules.ts';
import type { Random } from './random.ts';

type Named = readonly [zh: string, en: string];

const places: readonly Named[] = [
  ['深圳', 'Shenzhen'], ['上海', 'Shanghai'], ['杭州', 'Hangzhou'], ['青岛', 'Qingdao'], ['大连', 'Dalian'], ['厦门', 'Xiamen'],
  ['宁波', 'Ningbo'], ['武汉', 'Wuhan'], ['成都', 'Chengdu'], ['西安', "Xi'an"], ['天津', 'Tianjin'], ['苏州', 'Suzhou'],
];
const stems: readonly Named[] = [
  ['鲲鹏', 'Kunpeng'], ['云帆', 'Yunfan'], ['恒通', 'Hengtong'], ['瑞丰', 'Ruifeng'], ['启明', 'Qiming'], ['远景', 'Yuanjing'],
  ['泰和', 'Taihe'], ['海纳', 'Haina'], ['星辰', 'Xingchen'], ['东方', 'Dongfang'], ['华南', 'Huanan'], ['金桥', 'Jinqiao'],
  ['中兴源', 'Zhongxingyuan'], ['博雅', 'Boya'], ['正源', 'Zhengyuan'], ['蓝海', 'Lanhai'], ['新禾', 'Xinhe'], ['百川', 'Baichuan'],
];
const trades: readonly Named[] = [
  ['科技', 'Technology'], ['贸易', 'Trading'], ['设备', 'Equipment'], ['物流', 'Logistics'], ['电子', 'Electronics'],
  ['建设', 'Construction'], ['信息服务', 'Information Services'], ['材料', 'Materials'], ['能源', 'Energy'], ['海洋工程', 'Marine Engineering'],
];
const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗'];
const givenNames = ['静', '伟', '敏', '磊', '洋', '婷', '志强', '建华', '晓燕', '明远', '思远', '雨欣', '国栋', '丽娟'];

export interface PartyToSeed {
  readonly details: PartyDetails;
  readonly bank: PartyBank;
}

/** How many different names there are before they are counted through. */
const differentNames = places.length * stems.length * trades.length;

/** The party at a place in the series: made-up, with a credit code whose check character is right. */
export function partyAt(index: number, kind: PartyDetails['kind'], random: Random): PartyToSeed {
  const place = places[index % places.length] as Named;
  const stem = stems[Math.floor(index / places.length) % stems.length] as Named;
  const trade = trades[Math.floor(index / (places.length * stems.length)) % trades.length] as Named;
  const round = Math.floor(index / differentNames);
  const [numberZh, numberEn] = round === 0 ? ['', ''] : [`第${round + 1}`, ` No. ${round + 1}`];
  const person = personName(random);
  return {
    details: {
      kind,
      nameZh: `${place[0]}${stem[0]}${numberZh}${trade[0]}有限公司`,
      nameEn: `${place[1]} ${stem[1]} ${trade[1]}${numberEn} Co., Ltd.`,
      uscc: usccOf(index),
      legalRepresentative: personName(random),
      registeredAddress: `${place[0]}市示范区${stem[0]}路${1 + random.below(300)}号`,
      noticeAddress: '',
      contactName: person,
      contactPhone: `1390000${String(index % 10_000).padStart(4, '0')}`,
      contactEmail: `contact${index}@example.com`,
      notes: '',
    },
    bank: { bankName: `示范银行${place[0]}分行`, bankAccount: `62220000${String(index).padStart(10, '0')}` },
  };
}

export function personName(random: Random): string {
  return `${random.pick(surnames)}${random.pick(givenNames)}`;
}

const usccAlphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];

function usccOf(index: number): string {
  const body = `91440300MA${String(index).padStart(7, '0')}`;
  return `${body}${usccAlphabet.find((character) => usccProblem(`${body}${character}`) === null) ?? ''}`;
}
