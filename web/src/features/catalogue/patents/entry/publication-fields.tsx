import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import classes from '../patents.module.css';

/** What has been published of it, number and day. */
export function PublicationFields({ numberCharsMax }: { numberCharsMax: number }) {
  const { t } = useTranslation();
  return (
    <Form.List name="publications">
      {(fields, { add, remove }) => (
        <fieldset className={classes.publications}>
          <legend>{t('catalogue.patent.publications')}</legend>
          {fields.map(({ key, name }) => (
            <div key={key} className={classes.publication}>
              <Form.Item
                name={[name, 'number']}
                label={t('catalogue.record.publicationNumber')}
                rules={[{ required: true, whitespace: true, message: t('parties.signIn.required') }]}
              >
                <Input maxLength={numberCharsMax} className="figures" />
              </Form.Item>
              <Form.Item name={[name, 'date']} label={t('catalogue.record.publicationDate')}><Input type="date" /></Form.Item>
              <Button onClick={() => remove(name)}>{t('parties.organisation.remove')}</Button>
            </div>
          ))}
          <Button onClick={() => add()}>{t('catalogue.record.addPublication')}</Button>
        </fieldset>
      )}
    </Form.List>
  );
}
