import { Alert, Button, Form, Input } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answered, api, writing } from '@/shared/api/client.ts';
import { problemText } from '@/shared/api/problems.ts';
import type { Server } from '@/shared/api/types.ts';
import { paths } from '@/shared/paths.ts';
import { SignInFrame } from './sign-in-frame.tsx';
import { useSignIn } from './sign-in-page.tsx';

const PASSWORD_CHARS_MIN = 12;

export function RegisterPage() {
  const { t } = useTranslation();
  const signIn = useSignIn(paths.organisation);
  const register = useMutation({
    mutationFn: (body: Server['RegisterRequest']) =>
      answered(api.POST('/api/identity/register', { body, params: { header: writing(crypto.randomUUID()) } })),
    onSuccess: (_, { email, password }) => signIn.mutate({ email, password }),
  });
  const failure = register.error ?? signIn.error;
  const required = { required: true, message: t('parties.signIn.required') };
  return (
    <SignInFrame title={t('parties.signIn.registerTitle')} lead={t('parties.signIn.registerLead')}>
      <Form
        name="register"
        layout="vertical"
        size="large"
        requiredMark={false}
        validateTrigger="onSubmit"
        onFinish={(form: Server['RegisterRequest']) => register.mutate({ ...form, email: form.email.trim() })}
      >
        {failure && <Alert role="alert" type="error" showIcon title={problemText(failure)} />}
        <Form.Item name="displayName" label={t('parties.signIn.name')} rules={[required]}>
          <Input autoComplete="name" maxLength={100} />
        </Form.Item>
        <Form.Item
          name="email"
          label={t('parties.signIn.email')}
          rules={[required, { type: 'email', message: t('parties.signIn.emailWrong') }]}
        >
          <Input type="email" autoComplete="username" inputMode="email" maxLength={254} />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('parties.signIn.password')}
          extra={t('parties.signIn.passwordHint')}
          rules={[required, { min: PASSWORD_CHARS_MIN, message: t('parties.signIn.passwordShort') }]}
        >
          <Input type="password" autoComplete="new-password" maxLength={256} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={register.isPending || signIn.isPending}>
          {t('parties.signIn.register')}
        </Button>
      </Form>
      <p>
        {t('parties.signIn.hasAccount')} <Link to={paths.signIn()}>{t('parties.signIn.title')}</Link>
      </p>
    </SignInFrame>
  );
}
