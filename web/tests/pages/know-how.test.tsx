import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, expect, it } from 'vitest';
import { refused } from '../support/answers.ts';
import { open, WARM_UP_MS, warmUp } from '../support/open.tsx';
import { listing } from '../support/samples/catalogue.ts';
import { bidder } from '../support/samples/people.ts';

beforeAll(warmUp, WARM_UP_MS);

/** A form of many fields takes its time where the machine is busy. */
const LONG_MS = 120_000;

const me = { 'GET /api/me': bidder };
const write = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });
const radio = (name: string) => screen.getByLabelText(name, { selector: 'input[type=radio]' });

const subject = { kind: 'KnowHow', title: '钛渣酸解控制', knowHow: '酸解工序', bundle: '', isTextPublic: true } as const;
const published = {
  ...listing,
  status: 'Published' as const,
  patent: '', patentNumber: '', title: subject.title, isDemo: false, patents: [], gate: null, isInside: false, waitsFor: null,
  offer: {
    askingPrice: null, description: '适用于高钙镁钛渣', terms: '', mode: 'SoleLicence' as const, subject,
    modeTerms: { price: null, licence: { territory: 'National' as const, years: null } },
  },
};

it('asks no patent of know-how, offers the modes open to it, and sends a name and what the seller vouches for', async () => {
  const page = open('/listings/new', {
    ...me,
    'POST /api/listings': refused(400, { title: '请填写技术秘密的公开名称。', figures: { field: 'subject.title' } }),
  });
  const { person } = page;
  await person.click(await screen.findByLabelText('技术秘密（无专利）', { selector: 'input[type=radio]' }));
  expect(screen.queryByRole('textbox', { name: '专利号' })).not.toBeInTheDocument();
  for (const closed of ['开放许可', '质权实现', '竞价确定'])
    expect(screen.queryByLabelText(closed, { selector: 'input[type=radio]' })).not.toBeInTheDocument();
  await person.click(radio('排他许可'));
  expect(screen.getByText('至技术秘密公开')).toBeInTheDocument();
  write(screen.getByLabelText('公开名称'), subject.title);
  write(screen.getByLabelText('标的说明'), '适用于高钙镁钛渣');
  await person.click(radio('面议'));
  await person.click(screen.getByLabelText(/我确认以上名称/));
  await person.click(screen.getByText('保存草稿').closest('button') as HTMLElement);
  await waitFor(() => expect(page.calls('POST', /\/api\/listings$/)).toHaveLength(1));
  expect(page.calls('POST', /\/api\/listings$/)[0]?.body).toMatchObject({
    patent: '',
    offer: { mode: 'SoleLicence', subject: { kind: 'KnowHow', title: subject.title, isTextPublic: true } },
  });
  await waitFor(() => expect(screen.getAllByText('请填写技术秘密的公开名称。')).toHaveLength(2));
}, LONG_MS);

it('shows everybody the name and the offer, no patent and no documents', async () => {
  const page = open('/listings/01JLIST', { ...me, 'GET /api/listings/*': published });
  expect(await screen.findByRole('heading', { name: subject.title })).toBeInTheDocument();
  const main = within(screen.getByRole('main'));
  expect(main.getAllByText('技术秘密（无专利）').length).toBeGreaterThan(0);
  expect(main.getByText('至技术秘密公开')).toBeInTheDocument();
  expect(main.getByText(/技术秘密的内容不公开/)).toBeInTheDocument();
  expect(main.queryAllByRole('link').filter((link) => link.getAttribute('href')?.startsWith('/patents'))).toHaveLength(0);
  expect(page.calls('GET', /documents|title-pack|\/api\/patents/)).toHaveLength(0);
}, LONG_MS);
