import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { refused } from '../support/answers.ts';
import { open, WARM_UP_MS, warmUp } from '../support/open.tsx';
import { item, listing, patent } from '../support/samples/catalogue.ts';
import { modes, pledged } from '../support/samples/gate.ts';
import { bidder } from '../support/samples/people.ts';

beforeAll(warmUp, WARM_UP_MS);

/** A form of many fields takes its time where the machine is busy. */
const LONG_MS = 120_000;

const NEW = '/listings/new?patent=CN202110001234.5';
const me = { 'GET /api/me': bidder };
const everyMode = (change: object) => ({ ...modes, modes: modes.modes.map((mode) => ({ ...mode, ...change })) });
const free = { ...me, 'GET /api/patents/*/modes': everyMode({ isOpen: true, refusals: [], notices: [] }) };
const barred = { ...pledged, rule: 'RIGHT_ENDED', text: '专利权已终止。', isAPaper: false };

/** By label: roles of a long form take their time. */
const choose = (name: string) => screen.getByLabelText(name, { selector: 'input[type=radio]' });
const write = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });

describe('a number', () => {
  it('that cannot be read is refused under its field', async () => {
    open('/listings/new?patent=abc', { ...me, 'GET /api/patents/*': refused(400, { title: '号码无法识别。' }) });
    expect(await screen.findByText('号码无法识别。')).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: '专利号' })).toHaveAccessibleDescription('号码无法识别。');
    expect(screen.queryByText('页面未能载入')).not.toBeInTheDocument();
  });

  it('that is the house’s own is shown as printed, and a patent without recorded holders says so', async () => {
    open('/listings/new?patent=patent%3ACN202110001234', { ...free, 'GET /api/patents/*': { ...patent, holders: [], applicants: ['甲公司'] } });
    await waitFor(() => expect(screen.getByRole('textbox', { name: '专利号' })).toHaveValue(item.number));
    expect(screen.getByText('登记的权利人尚未录入，暂按申请人核对：甲公司')).toBeInTheDocument();
  });
});

describe('the editor', () => {
  it('shows no form where every mode is barred, only the reasons, each once', async () => {
    open(NEW, { ...me, 'GET /api/patents/*/modes': everyMode({ isOpen: false, refusals: [barred] }) });
    expect(await screen.findByText('贵方目前不能以任何方式挂牌这件专利')).toBeInTheDocument();
    expect(screen.getAllByText(barred.text)).toHaveLength(1);
    expect(screen.queryByLabelText('标的说明')).not.toBeInTheDocument();
  });

  it('asks of each mode what belongs to it and of no other', async () => {
    const { person } = open(NEW, free);
    expect(await screen.findByText('转让内容与费用')).toBeInTheDocument();
    await person.click(choose('独占许可'));
    expect(screen.getByText('许可地域')).toBeInTheDocument();
    expect(screen.queryByText('转让内容与费用')).not.toBeInTheDocument();
    await person.click(choose('开放许可'));
    expect(screen.queryByLabelText('面议')).not.toBeInTheDocument();
    await person.click(choose('作价入股'));
    expect(screen.queryByText('价格与支付')).not.toBeInTheDocument();
    await person.click(choose('质权实现'));
    expect(screen.queryByLabelText('提成支付')).not.toBeInTheDocument();
    expect(screen.getByLabelText('质权人')).toBeInTheDocument();
  }, LONG_MS);

  it('counts the stages, and says a refusal under the stage it is about', async () => {
    const page = open(NEW, {
      ...free,
      'POST /api/listings': refused(409, { title: '第 2 期须写明付款事件。', figures: { field: 'price.instalments[1].event' } }),
    });
    const { person } = page;
    write(await screen.findByLabelText('标的说明'), '转让');
    write(screen.getByLabelText('挂牌价'), '100');
    await person.click(choose('分期支付'));
    await person.click(screen.getByText('添加一期'));
    await person.click(screen.getByText('添加一期'));
    const [first, second] = screen.getAllByLabelText('比例', { selector: 'input[type=text]' });
    write(first as HTMLElement, '33.3');
    expect(await screen.findByText('各期合计 33.3%，应为 100%。')).toBeInTheDocument();
    write(second as HTMLElement, '66.7');
    expect(await screen.findByText('各期合计 100%，与总额 100% 一致。')).toBeInTheDocument();
    await person.selectOptions(screen.getAllByLabelText('付款时点')[1] as HTMLElement, 'OtherEvent');
    write(screen.getByLabelText('付款事件'), 'x');
    await person.click(screen.getByText('保存草稿').closest('button') as HTMLElement);
    await waitFor(() => expect(page.calls('POST', /\/api\/listings$/)).toHaveLength(1));
    expect(page.calls('POST', /\/api\/listings$/)[0]?.body).toMatchObject({
      offer: {
        askingPrice: { fen: 10_000, currency: 'CNY' },
        modeTerms: { price: { instalments: [{ due: 'Contract', shareBp: 3330 }, { due: 'OtherEvent', event: 'x', shareBp: 6670 }] } },
      },
    });
    await waitFor(() => expect(screen.getAllByText('第 2 期须写明付款事件。')).toHaveLength(2));
  }, LONG_MS);

  it('asks for shares again once the price is not named any more', async () => {
    const page = open(NEW, free);
    const { person } = page;
    write(await screen.findByLabelText('标的说明'), '转让');
    write(screen.getByLabelText('挂牌价'), '100');
    await person.click(choose('分期支付'));
    await person.click(choose('金额'));
    await person.click(screen.getByText('添加一期'));
    await person.click(screen.getByText('添加一期'));
    for (const amount of screen.getAllByLabelText('金额', { selector: 'input[type=text]' })) write(amount, '50');
    await person.click(choose('面议'));
    expect(choose('比例')).toBeChecked();
    expect(screen.queryByLabelText('金额')).not.toBeInTheDocument();
    for (const share of screen.getAllByLabelText('比例', { selector: 'input[type=text]' })) write(share, '50');
    await person.click(screen.getByText('保存草稿').closest('button') as HTMLElement);
    await waitFor(() => expect(page.calls('POST', /\/api\/listings$/)).toHaveLength(1));
    expect(page.calls('POST', /\/api\/listings$/)[0]?.body).toMatchObject({
      offer: {
        askingPrice: null,
        modeTerms: { price: { way: 'Negotiated', instalments: [{ shareBp: 5000, amount: null }, { shareBp: 5000, amount: null }] } },
      },
    });
  }, LONG_MS);
});

describe('a listing', () => {
  it('shows its terms and figures in words', async () => {
    open('/listings/listing:01JLIST', {
      'GET /api/listings/*': {
        ...listing,
        gate: { ...listing.gate, mode: 'OrdinaryLicence' },
        offer: {
          ...listing.offer,
          askingPrice: null,
          mode: 'OrdinaryLicence',
          modeTerms: {
            price: { way: 'Asking', form: 'Royalty', royalty: { base: 'Sales', ratesBp: [300, 350], hasAudit: true } },
            licence: { territory: 'Provinces', provinces: ['51', '53'], years: 5 },
          },
          technology: { fields: ['VanadiumExtraction'], vanadiumPentoxide: 9800, capacityTonnes: 20_000, maturity: 8 },
        },
      },
    });
    expect(await screen.findByText('四川、云南')).toBeInTheDocument();
    expect(screen.getByText(/产品销售额 · 逐年 3% → 3.5%/)).toBeInTheDocument();
    expect(screen.getByText('98%')).toBeInTheDocument();
    expect(screen.getByText('20,000 吨/年')).toBeInTheDocument();
    expect(screen.getByText('8 级 定型')).toBeInTheDocument();
  });
});
