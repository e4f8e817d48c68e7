import type { Note } from '#contracts';
import type { JsonObject } from '../json-object.ts';

/** A contact of an event as a note for editors, one line each: name, organisation, phones, mail. */
export function readContact(contact: JsonObject): Note[] {
  const name = [contact.text('honorific'), contact.text('first_name'), contact.text('last_name')];
  const phones = ['contact_phone', 'mobile'].flatMap((member) =>
    contact.objects(member).map((phone) => phone.text('number')),
  );
  const lines = [
    name.filter((part) => part !== undefined).join(' '),
    contact.text('job_title'),
    contact.text('organisation'),
    ...phones,
    ...contact.texts('contact_email'),
    ...contact.texts('contact_address'),
    contact.text('website'),
    contact.text('notes'),
  ];
  const text = lines.filter((line) => line !== undefined && line !== '').join('\n');
  return text === '' ? [] : [{ role: 'contacts', text, public: false }];
}
