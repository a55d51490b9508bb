import { BlockList, isIP } from 'node:net';

function listOf(family: 'ipv4' | 'ipv6', subnets: readonly string[]): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [address = '', prefix] = subnet.split('/');
    list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

/** IANA's special-purpose registry: everything that is not globally reachable, and multicast. */
const specialV4 = listOf('ipv4', [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]);

/** The part of IPv6 that is given out. What is mapped to or translated from IPv4 is outside. */
const globalV6 = listOf('ipv6', ['2000::/3']);
/** Protocol assignments with Teredo, documentation, and 6to4, within that part. */
const specialV6 = listOf('ipv6', ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']);

/** Whether an IP address is one of the public Internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !specialV4.check(address, 'ipv4');
  return family === 6 && globalV6.check(address, 'ipv6') && !specialV6.check(address, 'ipv6');
}

/** The host of a URL as a resolver takes it: an IPv6 address without its brackets. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}

/**
 * What is wrong with an address to send to; null if nothing is.
 * @param allowPrivate Let it be in a private network, and without encryption.
 */
export function findAddressFault(text: string, allowPrivate: boolean): string | null {
  if (!URL.canParse(text)) return 'a URL';
  const url = new URL(text);
  const isPlain = allowPrivate && url.protocol === 'http:';
  if (url.protocol !== 'https:' && !isPlain) return 'a URL that begins with https://';
  if (url.username || url.password) return 'a URL without a user name or password';
  const host = hostOf(url);
  if (!allowPrivate && isIP(host) && !isPublicAddress(host)) return 'a URL of the public Internet';
  return null;
}
