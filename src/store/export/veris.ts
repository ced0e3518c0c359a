import type { AttackType, DataClass, Sector } from '../../model/index.js';
import type { ExportedIncident } from './incidents.js';

/** NAICS codes that VERIS asks for as `victim.industry`; 000 is unknown. */
const INDUSTRY: Readonly<Record<Sector, string>> = {
  telecom: '517',
  finance: '52',
  healthcare: '62',
  government: '92',
  education: '61',
  retail: '44',
  manufacturing: '31',
  technology: '541',
  energy: '22',
  transport: '48',
  media: '51',
  hospitality: '72',
  legal: '5411',
  crypto: '523',
  nonprofit: '813',
  defense: '928',
  gaming: '713',
  other: '000',
};

type Action = 'malware' | 'hacking' | 'social' | 'misuse' | 'physical' | 'error';

/** Attack types as VERIS action and variety. */
const ACTION: Readonly<Record<AttackType, readonly (readonly [Action, string])[]>> = {
  ransomware: [['malware', 'Ransomware']],
  extortion: [['social', 'Extortion']],
  data_breach: [['hacking', 'Unknown']],
  data_exposure: [['error', 'Misconfiguration']],
  ddos: [['hacking', 'DoS']],
  phishing: [['social', 'Phishing']],
  social_engineering: [['social', 'Unknown']],
  bec: [['social', 'Pretexting']],
  malware: [['malware', 'Unknown']],
  wiper: [['malware', 'Destroy data']],
  supply_chain: [['hacking', 'Unknown']],
  vulnerability_exploitation: [['hacking', 'Exploit vuln']],
  sql_injection: [['hacking', 'SQLi']],
  web_skimming: [['malware', 'Capture app data']],
  credential_attack: [['hacking', 'Use of stolen creds']],
  account_takeover: [['hacking', 'Use of stolen creds']],
  insider: [['misuse', 'Unknown']],
  defacement: [['hacking', 'Unknown']],
  espionage: [['hacking', 'Unknown']],
  crypto_theft: [['hacking', 'Unknown']],
  fraud: [['social', 'Unknown']],
  human_error: [['error', 'Unknown']],
  physical: [['physical', 'Theft']],
  unauthorized_access: [['hacking', 'Unknown']],
};

/** VERIS data varieties other than Personal, which all other classes of personal data are. */
const VARIETY: Partial<Record<DataClass, string>> = {
  national_ids: 'Sensitive Personal',
  passport_numbers: 'Sensitive Personal',
  drivers_licenses: 'Sensitive Personal',
  tax_ids: 'Sensitive Personal',
  biometrics: 'Sensitive Personal',
  genetic_data: 'Sensitive Personal',
  political_views: 'Sensitive Personal',
  religion: 'Sensitive Personal',
  sexual_orientation: 'Sensitive Personal',
  race_ethnicity: 'Sensitive Personal',
  criminal_records: 'Sensitive Personal',
  usernames: 'Credentials',
  passwords: 'Credentials',
  security_questions: 'Credentials',
  credentials_secrets: 'Secrets',
  payment_cards: 'Payment',
  card_security_codes: 'Payment',
  bank_accounts: 'Bank',
  transactions: 'Bank',
  financial_data: 'Bank',
  medical_records: 'Medical',
  insurance_data: 'Medical',
  source_code: 'Source code',
  internal_documents: 'Internal',
  contracts: 'Internal',
  crypto_wallets: 'Virtual currency',
  ip_addresses: 'System',
  device_information: 'System',
};

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

function actions(types: readonly string[]): Record<string, unknown> {
  const found = types.flatMap((t) => ACTION[t as AttackType] ?? []);
  const made: Record<string, unknown> = {};
  for (const action of unique(found.map(([a]) => a))) {
    const varieties = unique(found.filter(([a]) => a === action).map(([, v]) => v));
    const named = varieties.filter((v) => v !== 'Unknown');
    const vector = action === 'hacking' && types.includes('supply_chain') ? 'Partner' : 'Unknown';
    made[action] = { variety: named.length > 0 ? named : ['Unknown'], vector: [vector] };
  }
  return Object.keys(made).length > 0 ? made : { unknown: {} };
}

function dateParts(value: string): Record<string, number> {
  const [year, month, day] = value.split('-').map(Number);
  return {
    year: year ?? 0,
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
  };
}

/**
 * An incident in the VERIS schema 1.3.7 (http://veriscommunity.net/): what VERIS asks for and articles do not say is
 * `Unknown`; our id, articles and CVEs stand under `plus`.
 */
export function verisIncident({ incident_id, record, articles }: ExportedIncident): Record<string, unknown> {
  const date = (role: string): string | undefined =>
    record.dates.find((d) => d.settled && d.role === role)?.value;
  const people = record.counts.find(
    (c) => c.settled && ['people', 'accounts', 'records'].includes(c.unit),
  )?.value;
  const happened =
    date('occurred') ?? date('detected') ?? date('disclosed') ?? record.first_published ?? '1970';
  const varieties = unique(record.leaked.map((l) => VARIETY[l.value as DataClass] ?? 'Personal'));
  const disclosed = varieties.length > 0 ? 'Yes' : 'Unknown';
  const types = record.attack_types;
  const integrity = [
    ...(types.includes('defacement') ? ['Defacement'] : []),
    ...(types.includes('fraud') ? ['Fraudulent transaction'] : []),
    ...(types.some((t) => t === 'ransomware' || t === 'malware') ? ['Software installation'] : []),
  ];
  const availability = [
    ...(types.includes('ransomware') ? ['Obscuration'] : []),
    ...(types.includes('ddos') ? ['Interruption'] : []),
    ...(types.includes('wiper') ? ['Destruction'] : []),
  ];
  const external = {
    variety: [types.includes('espionage') ? 'State-affiliated' : 'Unknown'],
    motive: [
      types.includes('espionage')
        ? 'Espionage'
        : types.some((t) => t === 'ransomware' || t === 'extortion')
          ? 'Financial'
          : 'Unknown',
    ],
    country: ['Unknown'],
    ...(record.actors.length === 0 ? {} : { name: record.actors.map((a) => a.name) }),
  };
  return {
    schema_version: '1.3.7',
    incident_id,
    source_id: 'breachledger',
    summary: record.title,
    security_incident: record.status === 'confirmed' ? 'Confirmed' : 'Suspected',
    confidence: record.status === 'confirmed' ? 'High' : 'Low',
    reference: articles.flatMap((a) => (a.url === null ? [] : [a.url])).join('; '),
    timeline: { incident: dateParts(happened) },
    victim: {
      victim_id: record.victims[0]?.name ?? 'Unknown',
      country: [record.country ?? 'Unknown'],
      industry: INDUSTRY[(record.sector ?? 'other') as Sector],
      employee_count: 'Unknown',
    },
    actor: types.includes('insider')
      ? { internal: { variety: ['Unknown'], motive: ['Unknown'] } }
      : { external },
    action: actions(types),
    asset: { assets: [{ variety: 'Unknown' }] },
    attribute: {
      confidentiality: {
        data_disclosure: disclosed,
        ...(people === undefined ? {} : { data_total: people }),
        data: (varieties.length > 0 ? varieties : ['Unknown']).map((variety) => ({ variety })),
      },
      ...(integrity.length > 0 ? { integrity: { variety: integrity } } : {}),
      ...(availability.length > 0 ? { availability: { variety: availability } } : {}),
    },
    plus: {
      breachledger: { attack_types: types, leaked: record.leaked.map((l) => l.value), cves: record.cves },
    },
  };
}
