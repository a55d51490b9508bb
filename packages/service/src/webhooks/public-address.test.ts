import { expect, it } from 'vitest';
import { findAddressFault, isPublicAddress } from './public-address.js';

it.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.255',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.8',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::ffff:a9fe:a9fe',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::1',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%eth0',
  'ff02::1',
  '',
  'localhost',
])('%s is not of the public Internet', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

it.each(['8.8.8.8', '172.15.0.1', '172.32.0.1', '100.63.0.1', '2606:4700:4700::1111'])(
  '%s is of the public Internet',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

it.each([
  ['no address', 'a URL'],
  ['http://example.com/', 'https'],
  ['ftp://example.com/', 'https'],
  ['file:///etc/passwd', 'https'],
  ['https://user@example.com/', 'user'],
  ['https://:secret@example.com/', 'user'],
  ['https://127.0.0.1/', 'public'],
  ['https://2130706433/', 'public'],
  ['https://0x7f.1/', 'public'],
  ['https://0177.0.0.1/', 'public'],
  ['https://[::1]/', 'public'],
  ['https://[::ffff:10.0.0.1]/', 'public'],
  ['https://169.254.169.254/latest/meta-data/', 'public'],
])('nothing is sent to %s', (url, fault) => {
  expect(findAddressFault(url, false)).toContain(fault);
});

it('a private network has to be allowed, and is then allowed without encryption', () => {
  expect(findAddressFault('https://example.com/hook?x=1', false)).toBeNull();
  expect(findAddressFault('http://10.0.0.1:8080/hook', true)).toBeNull();
  expect(findAddressFault('ftp://10.0.0.1/', true)).toContain('https');
});
