import type { Site } from './site.js';

/** BleepingComputer. */
export const bleepingcomputer: Site = {
  id: 'bleepingcomputer',
  hosts: ['bleepingcomputer.com'],
  sources: ['BleepingComputer'],
  end: /^(?:Related Articles:?|Post a Comment Community Rules|You need to login in order to post|Popular Stories|\d{2}% of environments had passwords cracked|The .{1,40} Report 20\d\d$)/,
};
