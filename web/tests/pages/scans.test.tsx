import { screen, waitFor } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { open, WARM_UP_MS, warmUp } from '../support/open.tsx';
import * as people from '../support/samples/people.ts';

beforeAll(warmUp, WARM_UP_MS);

const [licence, power] = people.party.scans;
const asRead = { ...people.party, abilities: [] };

describe('scans of a party', () => {
  it('are opened by the desk where the server says they are read, beside the page', async () => {
    open('/desk/parties/party:01JBUYER', { 'GET /api/me': people.handler, 'GET /api/parties/*': asRead });
    const link = await screen.findByRole('link', { name: '查看扫描件' });
    expect(link).toHaveAttribute('href', licence?.href);
    expect(link).toHaveAttribute('target', '_blank');
    expect(screen.getByRole('link', { name: '查看赵代办的授权委托书' })).toHaveAttribute('href', power?.href);
  });

  it('are stored for the party whose form is filled in', async () => {
    const sha256 = 'c'.repeat(64);
    const { person, calls } = open('/organisation', {
      'GET /api/me': people.bidder,
      'POST /api/documents': { sha256, mediaType: 'application/pdf', bytes: 5 },
    });
    const field = await screen.findByLabelText('营业执照扫描件');
    await person.upload(field, new File(['%PDF-'], 'licence.pdf', { type: 'application/pdf' }));
    expect(await screen.findByText('已上传，保存后可查看。')).toBeVisible();
    const [sent] = calls('POST', /documents$/);
    expect(sent?.body).toMatch(/name="party"\r\n\r\nparty:01JBUYER\r\n/);
  });

  it('saving one form keeps what is typed in the others', async () => {
    let mobile = '13800000001';
    const { person, calls } = open('/organisation', {
      'GET /api/me': people.bidder,
      'GET /api/parties/*': () => ({ ...people.party, version: mobile === '13800000001' ? 7 : 8, mobile }),
      'PUT /api/parties/*/contacts': () => {
        mobile = '13900000002';
        return { id: people.party.id, version: 8, pos: 43 };
      },
    });
    const bank = await screen.findByLabelText('开户银行');
    await person.clear(bank);
    await person.type(bank, '示例银行');
    const field = screen.getByLabelText('手机号码');
    await person.clear(field);
    await person.type(field, '13900000002{Enter}');
    await waitFor(() => expect(calls('GET', /parties\/party:01JBUYER$/).length).toBeGreaterThan(1));
    expect(await screen.findByText('已保存。')).toBeVisible();
    expect(screen.getByLabelText('开户银行')).toHaveValue('示例银行');
  });
});
